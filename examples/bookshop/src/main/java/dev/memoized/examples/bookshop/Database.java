package dev.memoized.examples.bookshop;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * A database in the memory of this JVM, of its own for each start of the shop, behind a small connection pool. Who meets a
 * lock waits for it, however long it is held.
 */
@ApplicationScoped
class Database {

    private static final int MOST_CONNECTIONS = 32;

    /** But {@link #cutOff}'s own. */
    private static final String ABORT_ALL =
            "select abort_session(session_id) from information_schema.sessions where session_id <> session_id()";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT="
            + Duration.ofDays(1).toMillis();

    private volatile JdbcConnectionPool pool = newPool();

    private JdbcConnectionPool newPool() {
        JdbcConnectionPool made = JdbcConnectionPool.create(url, "", "");
        made.setMaxConnections(MOST_CONNECTIONS);
        return made;
    }

    /** A connection of the pool. */
    Connection connect() throws SQLException {
        return pool.getConnection();
    }

    /** A connection that the pool knows nothing of. */
    Connection connectDirectly() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Closes all connections, those in use too: what runs on them fails, and so does whoever wants one, until {@link #mend}. */
    void cutOff() throws SQLException {
        pool.dispose();
        try (Connection own = connectDirectly();
                Statement statement = own.createStatement()) {
            statement.execute(ABORT_ALL);
        }
    }

    /** There are connections again. */
    void mend() {
        pool = newPool();
    }

    @PreDestroy
    void close() {
        pool.dispose();
        try (Connection own = connectDirectly();
                Statement statement = own.createStatement()) {
            statement.execute("shutdown immediately");
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be closed", e);
        }
    }
}
