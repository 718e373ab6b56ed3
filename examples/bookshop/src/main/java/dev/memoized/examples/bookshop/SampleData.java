package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fills the database when the shop opens: the same books and readers each time, and two weeks of orders. */
@ApplicationScoped
class SampleData {

    private static final Logger LOG = System.getLogger(SampleData.class.getName());

    private static final int ORDERS = 200_000;
    private static final int READERS = 20_000;
    private static final int BATCH = 5_000;
    private static final Duration PERIOD = Duration.ofDays(2 * Week.DAYS);
    private static final double IN_OWN_LANGUAGE = 0.8;

    @Inject
    Database database;

    @Inject
    Weeks weeks;

    void fill(@Observes Startup opening) throws SQLException {
        long start = System.nanoTime();
        Random random = new Random(42);
        List<Book> books = new ArrayList<>();
        Catalogue catalogue = new Catalogue(random);
        for (Language language : Language.values()) {
            books.addAll(catalogue.booksIn(language));
        }
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            createTables(connection);
            insertBooks(connection, books);
            insertOrders(connection, random, books.size());
            createIndexes(connection);
            connection.commit();
        }
        LOG.log(
                Level.INFO,
                "Database filled: {0} orders by {1} readers of {2} books in {3} ms.",
                ORDERS,
                READERS,
                books.size(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }

    private static void createTables(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table books (id int primary key, language char(2), title varchar, author varchar)");
            statement.execute("create table orders (id int primary key, book int, reader int, placed timestamp)");
            statement.execute("create sequence order_ids start with " + (ORDERS + 1));
        }
    }

    private static void createIndexes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index orders_by_book on orders (book)");
            statement.execute("create index orders_by_reader on orders (reader)");
        }
    }

    private static void insertBooks(Connection connection, List<Book> books) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into books values (?, ?, ?, ?)")) {
            for (int id = 0; id < books.size(); id++) {
                Book book = books.get(id);
                insert.setInt(1, id);
                insert.setString(2, book.language().tag());
                insert.setString(3, book.title());
                insert.setString(4, book.author());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void insertOrders(Connection connection, Random random, int books) throws SQLException {
        LocalDateTime last = weeks.current().end();
        try (PreparedStatement insert = connection.prepareStatement("insert into orders values (?, ?, ?, ?)")) {
            for (int id = 1; id <= ORDERS; id++) {
                int reader = random.nextInt(READERS);
                insert.setInt(1, id);
                insert.setInt(2, bookFor(reader, random, books));
                insert.setInt(3, reader);
                insert.setObject(4, last.minusSeconds(random.nextInt((int) PERIOD.toSeconds())));
                insert.addBatch();
                if (id % BATCH == 0) {
                    insert.executeBatch();
                }
            }
        }
    }

    /** Mostly in the reader's own language; the first books of a language are the best known. */
    private static int bookFor(int reader, Random random, int books) {
        int languages = Language.values().length;
        int language = random.nextDouble() < IN_OWN_LANGUAGE ? reader % languages : random.nextInt(languages);
        int perLanguage = books / languages;
        double fame = random.nextDouble();
        return language * perLanguage + (int) (fame * fame * perLanguage);
    }
}
