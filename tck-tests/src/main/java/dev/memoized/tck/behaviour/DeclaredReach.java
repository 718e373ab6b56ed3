package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Beans that say what they reach, and beans that do not lead to the request. */
final class DeclaredReach {
    private DeclaredReach() {}

    @ApplicationScoped
    public static class Independent {
        @Inject
        WrongReach.Helper helper;

        @Inject
        Instance<Principal> principals;

        @Context
        @Nullable
        HttpHeaders headers;

        @Memoized(independentOf = {Principal.class, HttpHeaders.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class IndependentOfSupertype {
        @Inject
        Caller caller;

        @Memoized(independentOf = Principal.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class IndependentOfSession {
        @Inject
        WrongSessions.Cart cart;

        @Inject
        WrongSessions.Basket basket;

        @Memoized(independentOf = {WrongSessions.Cart.class, WrongSessions.Basket.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class IndependentlyKeyed {
        @Memoized(keyGenerator = WrongCures.CallersKeys.class, independentOf = Principal.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class Covered {
        @Inject
        WrongReach.Helper helper;

        @Memoized(varyBy = CurrentCaller.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class CoveredBySupertype {
        @Inject
        Caller caller;

        @Memoized(varyBy = MadeValue.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class CoveredSession {
        @Inject
        WrongSessions.Cart cart;

        @Memoized(varyBy = CartValue.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class PartlyCovered {
        @Inject
        Principal principal;

        @Inject
        WrongSessions.Cart cart;

        @Context
        @Nullable
        UriInfo uri;

        @Memoized(
                varyBy = {MadeValue.class, CartValue.class},
                independentOf = UriInfo.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class InjectsItsValue {
        @Inject
        BareValue value;

        @Memoized(varyBy = BareValue.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class Plain {
        @Inject
        Note note;

        @Inject
        Left left;

        @Inject
        @Any
        Instance<Object> anything;

        @Inject
        BeanManager manager;

        @Inject
        Event<Principal> logins;

        @Inject
        Watch watch;

        @Inject
        Ticket ticket;

        @Memoized
        public String titles(String key) {
            return key;
        }
    }

    @RequestScoped
    public static class Note {
        @Inject
        Event<String> events;
    }

    @ApplicationScoped
    public static class Left {
        @Inject
        Right right;
    }

    @ApplicationScoped
    public static class Right {
        @Inject
        Left left;
    }

    /** Knows where it is injected. */
    @Dependent
    public static class Watch {
        @Inject
        InjectionPoint place;
    }

    /** Made without the bean that knows the caller. */
    public record Ticket(int number) {}

    @ApplicationScoped
    public static class Booth {
        @Inject
        Principal principal;

        @Produces
        static Ticket ticket() {
            return new Ticket(1);
        }
    }

    @ApplicationScoped
    public static class CurrentCaller extends TextValue {
        @Inject
        Principal principal;

        @Override
        public Set<Class<?>> covers() {
            return Set.of(principal.getName().isEmpty() ? WrongSessions.Cart.class : Principal.class);
        }
    }

    @ApplicationScoped
    public static class BareValue extends TextValue {
        @Inject
        Principal principal;
    }

    /** No bean. */
    public static class MadeValue extends TextValue {
        @Override
        public Set<Class<?>> covers() {
            return Set.of(Principal.class);
        }
    }

    /** Stands for what is in the session. */
    public static class CartValue extends TextValue {
        @Override
        public Set<Class<?>> covers() {
            return Set.of(WrongSessions.Cart.class, DeclaredSessions.CoveredOfSession.class);
        }
    }
}
