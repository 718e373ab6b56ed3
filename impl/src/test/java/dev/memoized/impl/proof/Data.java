package dev.memoized.impl.proof;

import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;

/** What a check's computations read: it has a version. Known to the check's thread and to those that it starts. */
final class Data {
    private static final ThreadLocal<Data> HERE = new InheritableThreadLocal<>();

    private volatile int version = 1;

    /** That of the check on this thread. */
    static Data ofThisCheck() {
        Data data = new Data();
        HERE.set(data);
        return data;
    }

    void version(int other) {
        version = other;
    }

    /** Asks it. */
    public static final class Version implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return HERE.get().version;
        }
    }
}
