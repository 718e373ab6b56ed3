package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

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

    @Inject
    DataSource database;

    @Inject
    Computations computations;

    /** Slow: runs the query each time. */
    List<RankedBook> topBooks(Language language, Week week) {
        return computations.count(List.of(language, week), () -> queryTopBooks(language, week));
    }

    private List<RankedBook> queryTopBooks(Language language, Week week) {
        try (Connection connection = database.getConnection();
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
