package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.Refresh;
import dev.memoized.VersionSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Members that mean nothing for values which live with a request or an instance. */
final class WrongOwned {
    private WrongOwned() {}

    @ApplicationScoped
    public static class RequestRenewed {
        @Memoized(backend = "request", refreshAfter = "1m")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class InstanceRenewedByCaller {
        @Memoized(backend = "instance", refresh = Refresh.CALLER)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class InstanceIsolated {
        @Memoized(backend = "instance", isolated = true)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RequestVersioned {
        @Memoized(backend = "request", versionedBy = Latest.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RequestExpires {
        @Memoized(backend = "request", expireAfter = "1m")
        public String titles(String key) {
            return key;
        }
    }

    /** A source of versions. */
    public static class Latest implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return 1;
        }
    }
}
