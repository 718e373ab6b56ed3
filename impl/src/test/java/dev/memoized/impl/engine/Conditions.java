package dev.memoized.impl.engine;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;

/** Conditions and key generators of these tests. */
final class Conditions {
    private Conditions() {}

    /** Nothing is remembered. */
    public static final class Never implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, Object result) {
            return false;
        }
    }

    /** Throws. */
    public static final class Failing implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, Object result) {
            throw new IllegalStateException("no idea");
        }
    }

    /** Throws an error. */
    public static final class Broken implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, Object result) {
            throw new NoClassDefFoundError("com/acme/Gone");
        }
    }

    /** Throws. */
    public static final class NoKeys implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            throw new IllegalStateException("no idea");
        }
    }
}
