package dev.memoized.tck.behaviour;

import dev.memoized.Backend;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.spi.CacheBackend;
import dev.memoized.tck.behaviour.BackendsTest.Archive;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Beans whose declarations look as if they held, and do not. */
final class WrongDeclarations {
    private WrongDeclarations() {}

    /** What is declared where no container looks. */
    public interface Catalogue {
        @Memoized
        String titles(String key);
    }

    @ApplicationScoped
    public static class ImplementsMemoized implements Catalogue {
        @Override
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class EmptyExpression {
        @Memoized(expireAfter = "${}")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class EmptyExpressionWithDefault {
        @Memoized(expireAfter = "${:1h}")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class AsksForQualified {
        @Memoized(keyGenerator = QualifiedGenerator.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class AsksForStoreless {
        @Memoized(backend = "storeless")
        public String titles(String key) {
            return key;
        }
    }

    /** A generator that is a bean for those only who name its qualifier. */
    @Archive
    @ApplicationScoped
    public static class QualifiedGenerator implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return call.name();
        }
    }

    /** A backend that keeps nothing. */
    @Backend("storeless")
    @ApplicationScoped
    public static class Storeless implements CacheBackend {
        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }
    }
}
