package dev.memoized.impl.backend;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.tck.store.StoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;

/** All decorators around each other, while all is told. */
class StackedStoresContractTest {

    /** The guard next to the backend. */
    @Nested
    class GuardInside extends Stack {
        @Override
        Store<Object> stack(Store<Object> store, Namespace namespace) {
            Store<Object> guarded = new GuardedStore<>(store, namespace.name(), guard);
            Store<Object> counted = new CountedStore<>(new LoggedStore<>(guarded, namespace, log), namespace.name());
            Store<Object> quiet = new QuietStore<>(counted, namespace.name(), time(), log);
            return new WatchedStore(quiet, namespace.name(), value -> null, log);
        }
    }

    /** The guard behind nothing but the counters. */
    @Nested
    class GuardOutside extends Stack {
        @Override
        Store<Object> stack(Store<Object> store, Namespace namespace) {
            Store<Object> watched = new WatchedStore(store, namespace.name(), value -> null, log);
            Store<Object> logged = new LoggedStore<>(new CountedStore<>(watched, namespace.name()), namespace, log);
            return new QuietStore<>(new GuardedStore<>(logged, namespace.name(), guard), namespace.name(), time(), log);
        }
    }

    abstract static class Stack extends StoreContract<Object> {
        final Log log = new Log();
        final LocalBackend backend = new LocalBackend(time());
        final Guard guard = new Guard("local", Guard.TIME_OUT, time(), log);
        private HeardLog heard;

        abstract Store<Object> stack(Store<Object> store, Namespace namespace);

        @BeforeEach
        void listen() {
            heard = HeardLog.open();
        }

        @AfterEach
        void close() {
            heard.close();
            guard.close();
        }

        @Override
        protected CacheBackend backend() {
            return backend;
        }

        @Override
        protected Store<Object> open(CacheBackend opener, Namespace namespace) {
            return stack(backend.open(namespace), namespace);
        }

        @Override
        protected Object value(int number) {
            return "value-" + number;
        }

        @Override
        protected Object wholeNumber(long number) {
            return number;
        }
    }
}
