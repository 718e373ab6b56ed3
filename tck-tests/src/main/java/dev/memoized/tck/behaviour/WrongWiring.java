package dev.memoized.tck.behaviour;

import dev.memoized.Backend;
import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.tck.behaviour.BackendsTest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Beans that name what is not in the deployment. */
final class WrongWiring {
    private WrongWiring() {}

    @ApplicationScoped
    public static class UnknownBackend {
        @Memoized(backend = "nowhere")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnknownQualifier {
        @Memoized
        @Archive
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class AmbiguousBackend {
        @Memoized(backend = "twice")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class AbstractGenerator {
        @Memoized(keyGenerator = Unmade.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class GeneratorWithoutConstructor {
        @Memoized(keyGenerator = Needy.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ConditionWithoutConstructor {
        @Memoized(cacheIf = NeedyCondition.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class InterfaceCondition {
        @Memoized(cacheIf = CacheIf.class)
        public String titles(String key) {
            return key;
        }
    }

    /** One backend of that name. */
    @Backend("twice")
    @ApplicationScoped
    public static class Once extends MapBackend {}

    /** Another one. */
    @Backend("twice")
    @ApplicationScoped
    public static class Twice extends MapBackend {}

    /** A generator that nobody can make. */
    public abstract static class Unmade implements KeyGenerator {}

    /** A generator that needs something. */
    public static class Needy implements KeyGenerator {
        private final String prefix;

        public Needy(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Object key(MemoizedCall call) {
            return prefix + call.name();
        }
    }

    /** A condition that needs something. */
    public static class NeedyCondition implements CacheIf {
        private final boolean always;

        public NeedyCondition(boolean always) {
            this.always = always;
        }

        @Override
        public boolean test(MemoizedCall call, @Nullable Object result) {
            return always;
        }
    }
}
