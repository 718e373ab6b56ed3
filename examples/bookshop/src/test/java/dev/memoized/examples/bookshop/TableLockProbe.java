package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Asks the database who holds the orders, and who waits for them. */
@ApplicationScoped
class TableLockProbe {

    private static final Duration SOON = Duration.ofSeconds(30);
    /** The one who holds the orders waits for a book: as long as it does, the lock is not let go. */
    private static final String LOCKED =
            """
            select count(*) from information_schema.locks held
            join information_schema.sessions holder on holder.session_id = held.session_id
            where held.table_name = 'ORDERS' and held.lock_type = 'WRITE' and holder.blocker_id is not null
            """;

    /** But the one who asks, in whose statement these words are too. */
    private static final String READING =
            """
            select count(*) from information_schema.sessions
            where executing_statement like '%from orders this_order%' and session_id <> session_id()
            """;

    @Inject
    Database database;

    void awaitLocked() {
        Awaitility.await("the orders are locked").atMost(SOON).until(this::isLocked);
    }

    /** H2 says of nobody that it waits for a table: who has begun to read one that is locked does. */
    void awaitBlocked() {
        Awaitility.await("the query waits").atMost(SOON).until(() -> count(READING) > 0 && isLocked());
    }

    boolean isLocked() {
        return count(LOCKED) > 0;
    }

    private int count(String query) {
        try (Connection connection = database.connectDirectly();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
