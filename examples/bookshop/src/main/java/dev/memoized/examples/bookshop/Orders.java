package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What readers ordered. */
@ApplicationScoped
class Orders {

    /**
     * Counts the readers of each book that ordered something else too in that week: those who pass by for one book are
     * not asked for their taste. To know that, each order is joined with the other ones of its reader.
     */
    private static final String TOP_BOOKS =
            """
            select book.title, book.author, count(distinct this_order.reader) as readers
            from orders this_order
            join books book on book.id = this_order.book
            join orders other_order on other_order.reader = this_order.reader and other_order.id <> this_order.id
            where book.language = ?
              and this_order.placed > ? and this_order.placed <= ?
              and other_order.placed > ? and other_order.placed <= ?
            group by book.id, book.title, book.author
            order by readers desc, book.title
            limit 10
            """;

    private static final String FIND = "select id from books where language = ? and title = ?";

    /** An order of the book, like one that a reader who has not got it made in that week. */
    private static final String ADD =
            """
            insert into orders
            select next value for order_ids, cast(? as int), other_order.reader, other_order.placed
            from orders other_order
            where other_order.placed > ? and other_order.placed <= ?
              and other_order.reader not in (select reader from orders where book = ?)
            fetch first 1 row only
            """;

    @Inject
    Database database;

    @Inject
    Computations computations;

    /** Slow: runs the query each time. */
    List<RankedBook> topBooks(Language language, Week week) {
        return computations.count(language, week, () -> queryTopBooks(language, week));
    }

    private List<RankedBook> queryTopBooks(Language language, Week week) {
        try (Connection connection = database.connect();
                PreparedStatement query = connection.prepareStatement(TOP_BOOKS)) {
            query.setString(1, language.tag());
            query.setObject(2, week.begin());
            query.setObject(3, week.end());
            query.setObject(4, week.begin());
            query.setObject(5, week.end());
            return read(query);
        } catch (SQLException e) {
            throw new IllegalStateException("The top books could not be read", e);
        }
    }

    /** Adds an order; false when there is no such book. */
    boolean add(Language language, String title, Week week) {
        try (Connection connection = database.connect();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, language.tag());
            find.setString(2, title);
            try (ResultSet book = find.executeQuery()) {
                return book.next() && add(connection, book.getInt("id"), week);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The order could not be written", e);
        }
    }

    private static boolean add(Connection connection, int book, Week week) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            insert.setInt(1, book);
            insert.setObject(2, week.begin());
            insert.setObject(3, week.end());
            insert.setInt(4, book);
            return insert.executeUpdate() == 1;
        }
    }

    private static List<RankedBook> read(PreparedStatement query) throws SQLException {
        List<RankedBook> books = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                books.add(new RankedBook(rows.getString("title"), rows.getString("author"), rows.getInt("readers")));
            }
        }
        return List.copyOf(books);
    }
}
