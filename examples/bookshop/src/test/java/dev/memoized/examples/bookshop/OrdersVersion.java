package dev.memoized.examples.bookshop;

import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

@ApplicationScoped
class OrdersVersion implements VersionSource {

    @Inject
    Database database;

    @Override
    public Object version(MemoizedCall call) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet last = statement.executeQuery("select max(id) from orders")) {
            last.next();
            return last.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The last order could not be read", e);
        }
    }
}
