package dev.memoized.impl.engine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The transactions that threads are in. Thread-safe. */
public interface Transactions {
    /** There are none. */
    Transactions NONE = new Transactions() {
        @Override
        public boolean isUnderWay() {
            return false;
        }

        @Override
        public boolean mayCommit() {
            return false;
        }

        @Override
        public @Nullable Object kept(Object key) {
            return null;
        }

        @Override
        public void keep(Object key, Object value) {
            throw new IllegalStateException("no transaction");
        }

        @Override
        public void atEnd(Consumer<Ending> end) {
            throw new IllegalStateException("no transaction");
        }
    };

    /** Whether this thread is in one that has not been completed, also one that can only be rolled back. */
    boolean isUnderWay();

    /** Whether it is in one that can still be committed. */
    boolean mayCommit();

    /** What this thread's transaction keeps under a key. */
    @Nullable
    Object kept(Object key);

    /** Keeps something for this thread's transaction. */
    void keep(Object key, Object value);

    /**
     * Registers what is to be done when this thread's transaction has been completed.
     *
     * @param end told how it has ended; on any thread
     */
    void atEnd(Consumer<Ending> end);

    /** How a transaction has ended. */
    enum Ending {
        COMMITTED,
        ROLLED_BACK,
        /** It may have been committed, in part or as a whole. */
        UNKNOWN
    }
}
