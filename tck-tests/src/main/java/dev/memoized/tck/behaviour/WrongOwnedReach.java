package dev.memoized.tck.behaviour;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.spi.CacheBackend;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Serial;
import java.security.Principal;

/** Beans whose instances are for more callers than what they reach, and backends with names that are no backend's. */
final class WrongOwnedReach {
    private WrongOwnedReach() {}

    @ApplicationScoped
    public static class InstanceForAll extends OwnedReach.OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        transient Principal principal;
    }

    @Dependent
    public static class InstanceForSomebody extends OwnedReach.OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        transient Principal principal;
    }

    @ApplicationScoped
    public static class InstanceOfCart extends OwnedReach.OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        WrongSessions.Cart cart;
    }

    @SessionScoped
    public static class SessionOfCaller extends OwnedReach.OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        transient Principal principal;
    }

    @SessionScoped
    public static class SessionOfConversation extends OwnedReach.OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        OwnedReach.InstanceInConversation conversation;
    }

    @ApplicationScoped
    public static class InstanceByGenerator {
        @Memoized(backend = "instance", keyGenerator = WrongCures.CallersKeys.class)
        public String titles(String key) {
            return key;
        }
    }

    /** Its values are for all, and are made of values that are not. */
    @ApplicationScoped
    public static class ForAllOfRequests extends WrongReach.Titled {
        @Inject
        OwnedReach.RequestOfCaller requests;
    }

    /** A backend. */
    @Backend("request")
    @ApplicationScoped
    public static class Taken extends MapBackend {}

    /** Produces a backend. */
    @ApplicationScoped
    public static class Producing {
        @Produces
        @Backend("instance")
        @ApplicationScoped
        CacheBackend backend() {
            return new MapBackend();
        }
    }
}
