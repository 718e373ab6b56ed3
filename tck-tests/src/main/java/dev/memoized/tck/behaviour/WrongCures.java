package dev.memoized.tck.behaviour;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.Principal;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;

/** Beans whose annotation names what reaches the request, or does not name what they reach. */
final class WrongCures {
    private WrongCures() {}

    @ApplicationScoped
    public static class ByGenerator {
        @Memoized(keyGenerator = CallersKeys.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ByCondition {
        @Memoized(cacheIf = CallersCondition.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ByVersion {
        @Memoized(versionedBy = CallersVersion.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class CoversAnother {
        @Inject
        Principal principal;

        @Memoized(varyBy = CoversSubject.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class NamesAnother {
        @Inject
        Principal principal;

        @Memoized(independentOf = {Subject.class, Caller.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class FailsToCover {
        @Inject
        Principal principal;

        @Memoized(varyBy = BrokenCovers.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class CallersKeys implements KeyGenerator {
        @Inject
        Principal principal;

        @Override
        public Object key(MemoizedCall call) {
            return principal.getName();
        }
    }

    @ApplicationScoped
    public static class CallersCondition implements CacheIf {
        @Inject
        Principal principal;

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return principal.getName().isEmpty();
        }
    }

    @ApplicationScoped
    public static class CallersVersion implements VersionSource {
        @Inject
        Principal principal;

        @Override
        public Object version(MemoizedCall call) {
            return principal.getName();
        }
    }

    /** Stands for something else. */
    public static class CoversSubject extends TextValue {
        @Override
        public Set<Class<?>> covers() {
            return Set.of(Subject.class, Caller.class);
        }
    }

    /** Cannot say what it stands for. */
    public static class BrokenCovers extends TextValue {
        @Override
        public Set<Class<?>> covers() {
            throw new IllegalStateException("no idea");
        }
    }
}
