package dev.memoized.tck.behaviour;

import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.tck.behaviour.Market.Currency;
import dev.memoized.tck.behaviour.Market.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Beans that vary by context values as they cannot. */
final class WrongContexts {
    private WrongContexts() {}

    /** Has no equality. */
    public static final class Session {}

    /** A context value of a type without equality. */
    public static class CurrentSession implements ContextValue<Session> {
        @Override
        public String name() {
            return "session";
        }

        @Override
        public @Nullable Session capture() {
            return null;
        }

        @Override
        public void restore(Session value) {}
    }

    @ApplicationScoped
    public static class VaryByTwice {
        @Memoized(varyBy = {Tenant.class, Currency.class, Tenant.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ContextWithoutEquality {
        @Memoized(varyBy = CurrentSession.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class BothDependentAndNot {
        @Memoized(
                varyBy = {Tenant.class, Currency.class},
                independentOf = {String.class, Currency.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SharedNameOtherContext {
        @Memoized(name = "shared.context", varyBy = Tenant.class)
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.context", varyBy = Currency.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SharedNameWithoutContext {
        @Memoized(name = "shared.without.context", varyBy = Tenant.class)
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.without.context")
        public String titles(String key) {
            return key;
        }
    }
}
