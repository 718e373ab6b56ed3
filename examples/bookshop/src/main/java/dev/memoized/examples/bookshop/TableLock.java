package dev.memoized.examples.bookshop;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Two transactions that make everybody wait who wants to read the orders, as it happens in life: one has changed a book and
 * does not commit; the other alters the orders, which it has locked, and waits for that book.
 */
final class TableLock implements AutoCloseable {

    private static final Logger LOG = System.getLogger(TableLock.class.getName());

    /** What it wants to add does not hold: when it may go on it fails, and has changed nothing. */
    private static final String ALTER =
            "alter table orders add constraint wrong check (not exists (select 1 from books where id = 0 for update))";

    private final Connection forgotten;
    private final Connection migration;

    private TableLock(Connection forgotten, Connection migration) {
        this.forgotten = forgotten;
        this.migration = migration;
    }

    /** Returns when the second one is on its way to the lock. */
    static TableLock hold(Database database) throws SQLException {
        Connection forgotten = database.connectDirectly();
        try {
            forgotten.setAutoCommit(false);
            execute(forgotten, "update books set title = title where id = 0");
            TableLock lock = new TableLock(forgotten, database.connectDirectly());
            Thread thread = new Thread(lock::migrate, "migration");
            thread.setDaemon(true);
            thread.start();
            return lock;
        } catch (SQLException | RuntimeException | Error e) {
            forgotten.close();
            throw e;
        }
    }

    private void migrate() {
        try (migration) {
            execute(migration, ALTER);
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The orders were not altered", e);
        }
    }

    /** Ends the first transaction, with which the second one ends too. */
    @Override
    public void close() throws SQLException {
        try (forgotten) {
            forgotten.rollback();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
