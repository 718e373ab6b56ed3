package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import dev.memoized.Refresh;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;

/** Beans of one user that say so. */
final class DeclaredSessions {
    private DeclaredSessions() {}

    @SessionScoped
    public static class OfSession implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(independentOf = OfSession.class)
        public String titles(String key) {
            return key;
        }
    }

    @SessionScoped
    public static class RenewedByCaller implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(refreshAfter = "1m", refresh = Refresh.CALLER, independentOf = RenewedByCaller.class)
        public String titles(String key) {
            return key;
        }
    }

    @SessionScoped
    public static class CoveredOfSession implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(varyBy = DeclaredReach.CartValue.class)
        public String titles(String key) {
            return key;
        }
    }
}
