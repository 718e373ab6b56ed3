package dev.memoized.tck.behaviour;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.Principal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The request itself, as argument and result, and context values that are declared and denied. */
final class WrongRequests {
    private WrongRequests() {}

    @ApplicationScoped
    public static class RequestInKey {
        @Memoized
        public String titles(HttpServletRequest request) {
            return request.getMethod();
        }
    }

    @ApplicationScoped
    public static class RequestOutOfKey {
        @Memoized
        public String titles(@CacheKey String key, HttpHeaders headers) {
            return key + headers.getLength();
        }
    }

    @ApplicationScoped
    public static class RequestForGenerator {
        @Memoized(keyGenerator = Keys.class)
        public String titles(HttpHeaders headers) {
            return headers.toString();
        }
    }

    @ApplicationScoped
    public static class SessionsInList {
        @Memoized
        public String titles(List<HttpSession> sessions) {
            return sessions.toString();
        }
    }

    @ApplicationScoped
    public static class IdentityOutOfKey {
        @Memoized
        public String titles(String key, @CacheKeyIgnore Caller caller) {
            return key + caller.getName();
        }
    }

    @ApplicationScoped
    public static class IdentityAsResult {
        @Memoized
        public Principal titles(String key) {
            return () -> key;
        }
    }

    @ApplicationScoped
    public static class IdentityInStage {
        @Memoized
        public CompletionStage<List<? extends Principal>> titles(String key) {
            return CompletableFuture.completedStage(List.of(() -> key));
        }
    }

    @ApplicationScoped
    public static class RequestAsResult {
        @Memoized(independentOf = HttpSession.class)
        public HttpSession[] titles(String key) {
            return new HttpSession[key.length()];
        }
    }

    @ApplicationScoped
    public static class Contradiction {
        @Memoized(
                varyBy = Value.class,
                independentOf = {String.class, Value.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class Innocent {
        @Memoized
        public String ofCaller(Principal principal) {
            return principal.getName();
        }

        @Memoized(keyGenerator = Keys.class)
        public String generated(Principal principal) {
            return principal.getName();
        }

        @Memoized(independentOf = Principal.class)
        public String named(String key, @CacheKeyIgnore Caller caller) {
            return key + caller.getName();
        }

        @Memoized(independentOf = HttpServletRequest.class)
        public String namedRequest(String key, @CacheKeyIgnore HttpServletRequest request) {
            return key + request.getMethod();
        }

        @Memoized(independentOf = Principal.class)
        public Caller found(String key) {
            return () -> key;
        }

        @Memoized
        public Class<? extends Principal> kind(String key) {
            return key.isEmpty() ? Caller.class : Principal.class;
        }
    }

    /** A context value. */
    public static class Value extends TextValue {}

    /** Keys of nothing. */
    public static class Keys implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return call.name();
        }
    }
}
