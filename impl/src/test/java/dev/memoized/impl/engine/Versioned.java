package dev.memoized.impl.engine;

import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import java.util.concurrent.atomic.AtomicInteger;

/** Calls that bring their own version source: the first argument is the key, the second one is asked. */
final class Versioned {
    private Versioned() {}

    static Terms terms(Terms others) {
        return others.keyGenerator(FirstArgument.class).versionedBy(SecondArgument.class);
    }

    static VersionSource version(Object version) {
        return call -> version;
    }

    static VersionSource failing() {
        return call -> {
            throw new IllegalStateException("no idea");
        };
    }

    /** Is the key. */
    public static final class FirstArgument implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return call.arguments().get(0);
        }
    }

    /** Is asked. */
    public static final class SecondArgument implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return ((VersionSource) call.arguments().get(1)).version(call);
        }
    }

    /** A source that counts. */
    static final class Counting implements VersionSource {
        private final AtomicInteger times = new AtomicInteger();
        private final VersionSource source;

        Counting(VersionSource source) {
            this.source = source;
        }

        @Override
        public Object version(MemoizedCall call) {
            times.incrementAndGet();
            return source.version(call);
        }

        int times() {
            return times.get();
        }
    }
}
