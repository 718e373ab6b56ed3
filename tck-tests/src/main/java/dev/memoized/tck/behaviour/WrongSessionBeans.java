package dev.memoized.tck.behaviour;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.ejb.Singleton;
import jakarta.ejb.Stateful;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;

/** Beans of another kind. */
final class WrongSessionBeans {
    private WrongSessionBeans() {}

    @ApplicationScoped
    @Stateless
    public static class WithoutState {
        @Memoized
        public String titles(String key) {
            return key;
        }

        @Memoized
        public String others(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Stateful
    @Memoized
    public static class WithState {
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Singleton
    public static class OnlyOne {
        @CacheInvalidate(tags = "books")
        public void save() {}
    }

    /** One that only calls. */
    @ApplicationScoped
    @Stateless
    public static class Calling {
        public String titles(String key) {
            return key;
        }
    }

    /** A bean that is as it should be. */
    @ApplicationScoped
    public static class Blameless {
        @Memoized
        public String titles(String key) {
            return key;
        }
    }
}
