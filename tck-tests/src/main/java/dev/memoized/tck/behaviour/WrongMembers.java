package dev.memoized.tck.behaviour;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.tck.behaviour.BackendsTest.Archive;
import jakarta.enterprise.context.ApplicationScoped;

/** Beans whose annotation has the wrong members, or the wrong annotation beside it. */
final class WrongMembers {
    private WrongMembers() {}

    private static final String TEN = "0123456789";
    private static final String HUNDRED = TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN + TEN;
    private static final String LONG = HUNDRED + HUNDRED + "!";

    @ApplicationScoped
    public static class UnreadableRefreshAfter {
        @Memoized(refreshAfter = "soon")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnreadableExpireAfter {
        @Memoized(expireAfter = "1 fortnight")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnreadableWaitAtMost {
        @Memoized(waitAtMost = "ten")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NegativeRefreshAfter {
        @Memoized(refreshAfter = "-1s")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NegativeExpireAfter {
        @Memoized(expireAfter = "-1s")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NegativeWaitAtMost {
        @Memoized(waitAtMost = "-1s")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ZeroExpireAfter {
        @Memoized(expireAfter = "0s")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ZeroWaitAtMost {
        @Memoized(waitAtMost = "0s")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RefreshAsLateAsExpiry {
        @Memoized(refreshAfter = "1h", expireAfter = "1h")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RefreshAfterExpiry {
        @Memoized(refreshAfter = "2h", expireAfter = "1h")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RefreshAfterDefaultExpiry {
        @Memoized(refreshAfter = "10m")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RefreshForever {
        @Memoized(refreshAfter = "forever", expireAfter = "forever")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class WaitWithFail {
        @Memoized(waitAtMost = "1s", whenCold = WhenCold.FAIL)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class WaitWithCompute {
        @Memoized(waitAtMost = "1s", whenCold = WhenCold.COMPUTE)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class CallerWithoutRefreshAfter {
        @Memoized(refresh = Refresh.CALLER)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class KeyWithoutValue {
        @Memoized(expireAfter = "${tck.wrong.unset}")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnreadableDefault {
        @Memoized(expireAfter = "${tck.wrong.unset:soon}")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class BlankName {
        @Memoized(name = " ")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NameWithControlCharacter {
        @Memoized(name = "a\u0007b")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NameWithQuotes {
        @Memoized(name = "a\"b")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class LongName {
        @Memoized(name = LONG)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SchemaWithControlCharacter {
        @Memoized(schema = "1\n2")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SharedNameOtherResult {
        @Memoized(name = "shared.result")
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.result")
        public int titles(String key) {
            return key.length();
        }
    }

    @ApplicationScoped
    public static class SharedNameOtherKey {
        @Memoized(name = "shared.key")
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.key")
        public String titles(int key) {
            return "" + key;
        }
    }

    @ApplicationScoped
    public static class BackendTwice {
        @Memoized(backend = "named")
        @Backend("other")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class TwoQualifiers {
        @Memoized
        @Backend("named")
        @Archive
        public String titles(String key) {
            return key;
        }
    }
}
