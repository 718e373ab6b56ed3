package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;

/** Beans that reach a request or session which their values do not leave. */
final class OwnedReach {
    private OwnedReach() {}

    /** A method whose values live with the request. */
    public static class OfRequest implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(backend = "request")
        public String titles(String key) {
            return key;
        }
    }

    /** A method whose values live with the instance. */
    public static class OfInstance implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(backend = "instance")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RequestOfCaller extends OfRequest {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        transient Principal principal;
    }

    @ApplicationScoped
    public static class RequestOfCart extends OfRequest {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        WrongSessions.Cart cart;
    }

    @ApplicationScoped
    public static class RequestOfCallersKeys {
        @Memoized(backend = "request", keyGenerator = WrongCures.CallersKeys.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class RequestVariesBySession {
        @Memoized(backend = "request", varyBy = WrongSessions.ValueOfSession.class)
        public String titles(String key) {
            return key;
        }
    }

    @SessionScoped
    public static class RequestInSession extends OfRequest {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @RequestScoped
    public static class InstanceInRequest extends OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        transient Principal principal;
    }

    @SessionScoped
    public static class InstanceInSession extends OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        WrongSessions.Cart cart;
    }

    @ConversationScoped
    public static class InstanceInConversation extends OfInstance {
        @Serial
        private static final long serialVersionUID = 1L;

        @Inject
        WrongSessions.Cart cart;
    }
}
