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
    private static final String LOCKED =
            "select count(*) from information_schema.locks where table_name = 'ORDERS' and lock_type = 'WRITE'";
    private static final String BLOCKED =
            "select count(*) from information_schema.sessions where executing_statement like '%from orders this_order%'";

    @Inject
    Database database;

    void awaitLocked() {
        Awaitility.await("the orders are locked").atMost(SOON).until(this::isLocked);
    }

    void awaitBlocked() {
        Awaitility.await("the query waits").atMost(SOON).until(() -> count(BLOCKED) > 0);
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
