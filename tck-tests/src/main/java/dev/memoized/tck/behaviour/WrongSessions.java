package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;

/** Beans of one user, and beans that reach them, without a word. */
final class WrongSessions {
    private WrongSessions() {}

    @ApplicationScoped
    public static class BySession extends WrongReach.Titled {
        @Inject
        Cart cart;
    }

    @ApplicationScoped
    public static class BySessionOfProducer extends WrongReach.Titled {
        @Inject
        Basket basket;
    }

    @SessionScoped
    public static class OfSession extends WrongReach.Titled implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @ConversationScoped
    public static class OfConversation extends WrongReach.Titled implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    @SessionScoped
    public static class Renewed implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(refreshAfter = "1m", independentOf = Renewed.class)
        public String titles(String key) {
            return key;
        }
    }

    @SessionScoped
    public static class Isolated implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized(isolated = true, independentOf = Isolated.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class VariesBySession {
        @Memoized(varyBy = ValueOfSession.class)
        public String titles(String key) {
            return key;
        }
    }

    @SessionScoped
    public static class Cart implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }

    /** What is kept in a session. */
    public interface Basket extends Serializable {}

    @ApplicationScoped
    public static class BasketMaker {
        @Produces
        @SessionScoped
        Basket basket() {
            return new Basket() {};
        }
    }

    @SessionScoped
    public static class ValueOfSession extends TextValue implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;
    }
}
