package dev.memoized.examples.bookshop;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the place is from which the lists come, and how it is made ill: by what makes databases ill. */
@ApplicationScoped
class Origin {

    enum State {
        /** Answers. */
        WORKS,
        /** All its connections are closed. */
        FAILS,
        /** Its orders are locked by another transaction. */
        HANGS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<State> of(String word) {
            return Stream.of(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }
    }

    private static final Logger LOG = System.getLogger(Origin.class.getName());

    @Inject
    Database database;

    private volatile State state = State.WORKS;
    private @Nullable TableLock lock;

    State state() {
        return state;
    }

    synchronized void become(State wanted) throws SQLException {
        if (wanted == state) {
            return;
        }
        recover();
        switch (wanted) {
            case FAILS -> database.cutOff();
            case HANGS -> lock = TableLock.hold(database);
            case WORKS -> {}
        }
        state = wanted;
    }

    /** Who waits for the lock is let go before the database is closed. */
    @PreDestroy
    synchronized void leave() {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "The database was closed before", e);
        }
    }

    private void recover() throws SQLException {
        if (lock != null) {
            lock.close();
            lock = null;
        }
        if (state == State.FAILS) {
            database.mend();
        }
        state = State.WORKS;
    }
}
