package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Beans that reach the request without a word. */
final class WrongReach {
    private WrongReach() {}

    /** A memoized method, for beans that differ only in what they are given. */
    public static class Titled {
        @Memoized
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class Direct extends Titled {
        @Inject
        Principal principal;
    }

    @ApplicationScoped
    public static class ByConstructor extends Titled {
        private final @Nullable Principal principal;

        ByConstructor() {
            this.principal = null;
        }

        @Inject
        ByConstructor(Principal principal) {
            this.principal = principal;
        }

        @Override
        public String toString() {
            return "for " + principal;
        }
    }

    @ApplicationScoped
    public static class ByInitializer extends Titled {
        @Inject
        void take(Principal principal) {
            principal.getName();
        }
    }

    @ApplicationScoped
    public static class BySubtype extends Titled {
        @Inject
        Caller caller;
    }

    @ApplicationScoped
    public static class ByInstance extends Titled {
        @Inject
        Instance<Principal> principals;
    }

    @ApplicationScoped
    public static class ByProvider extends Titled {
        @Inject
        Provider<Principal> principal;
    }

    @ApplicationScoped
    public static class ByHelper extends Titled {
        @Inject
        Helper helper;
    }

    @ApplicationScoped
    public static class ByTwoHelpers extends Titled {
        @Inject
        HelperOfHelper helper;
    }

    @ApplicationScoped
    public static class ByLookedUpHelper extends Titled {
        @Inject
        Instance<HelperOfHelper> helper;
    }

    @ApplicationScoped
    public static class ByRequestBean extends Titled {
        @Inject
        RequestNote note;
    }

    @ApplicationScoped
    public static class ByCircle extends Titled {
        @Inject
        Left left;
    }

    @ApplicationScoped
    public static class ByProducer extends Titled {
        @Inject
        Greeting greeting;
    }

    @ApplicationScoped
    public static class ByProducingBean extends Titled {
        @Inject
        Farewell farewell;
    }

    @ApplicationScoped
    public static class ByContextField extends Titled {
        @Context
        @Nullable
        HttpHeaders headers;
    }

    @ApplicationScoped
    public static class ByResourceField extends Titled {
        @Resource
        @Nullable
        HttpServletRequest request;
    }

    @RequestScoped
    public static class ByHeaderField extends Titled {
        @HeaderParam("Accept-Currency")
        @Nullable
        String currency;
    }

    @ApplicationScoped
    public static class Helper {
        @Inject
        Principal principal;
    }

    @ApplicationScoped
    public static class HelperOfHelper {
        @Inject
        Helper helper;
    }

    @RequestScoped
    public static class RequestNote {
        @Inject
        Principal principal;
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

        @Inject
        Principal principal;
    }

    /** What a method produces of the caller. */
    public record Greeting(String text) {}

    @ApplicationScoped
    public static class Greeter {
        @Produces
        Greeting greet(Principal principal) {
            return new Greeting(principal.getName());
        }
    }

    /** What a field gives whose bean knows the caller. */
    public record Farewell(String text) {}

    @ApplicationScoped
    public static class Usher {
        @Inject
        Principal principal;

        @Produces
        final Farewell farewell = new Farewell("bye");
    }
}
