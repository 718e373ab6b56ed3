package dev.memoized.tck.behaviour;

import dev.memoized.Backend;
import dev.memoized.CacheIf;
import dev.memoized.CacheService;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.spi.RequestStore;
import dev.memoized.tck.behaviour.BackendsTest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ConcurrentMap;
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
    public static class ServiceOfNoBackend {
        @Inject
        @Backend("elsewhere")
        CacheService cache;
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

    @ApplicationScoped
    public static class NamelessValue {
        @Memoized(varyBy = Nameless.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class ValuesOfOneName {
        @Memoized(varyBy = {Shelved.class, Stored.class})
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SourceWithoutConstructor {
        @Memoized(versionedBy = NeedySource.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class AbstractValue {
        @Memoized(varyBy = Shown.class)
        public String titles(String key) {
            return key;
        }
    }

    /** Where requests are kept. */
    @ApplicationScoped
    public static class Here implements RequestStore {
        @Override
        public @Nullable ConcurrentMap<Object, Object> current() {
            return null;
        }
    }

    /** Where requests are kept, too. */
    @ApplicationScoped
    public static class There extends Here {}

    /** A value in a list of others. */
    public abstract static class Shown implements ContextValue<String> {
        @Override
        public String capture() {
            return "value";
        }

        @Override
        public void restore(String value) {}
    }

    /** Has no name. */
    public static class Nameless extends Shown {
        @Override
        public String name() {
            return " ";
        }
    }

    /** Has the name of another. */
    public static class Shelved extends Shown {
        @Override
        public String name() {
            return "place";
        }
    }

    /** Has the name of another. */
    public static class Stored extends Shelved {}

    /** A source that needs something. */
    public static class NeedySource implements VersionSource {
        private final String version;

        public NeedySource(String version) {
            this.version = version;
        }

        @Override
        public Object version(MemoizedCall call) {
            return version;
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
