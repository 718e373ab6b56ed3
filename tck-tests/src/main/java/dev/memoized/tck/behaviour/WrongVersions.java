package dev.memoized.tck.behaviour;

import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.TwoPartKey;
import dev.memoized.VersionSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Beans whose version sources cannot be had, or whose methods share a name without sharing their meaning. */
final class WrongVersions {
    private WrongVersions() {}

    @ApplicationScoped
    public static class AbstractSource {
        @Memoized(versionedBy = Unmade.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class InterfaceSource {
        @Memoized(versionedBy = VersionSource.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SourceWithoutConstructor {
        @Memoized(versionedBy = Needy.class)
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SharedNameOtherSource {
        @Memoized(name = "shared.source", versionedBy = Fixed.class)
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.source")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class SharedNameSilentGenerator {
        @Memoized(name = "shared.fields", keyGenerator = Fields.class)
        public String first(String key) {
            return key;
        }

        @Memoized(name = "shared.fields", keyGenerator = SilentFields.class)
        public int titles(String key) {
            return key.length();
        }
    }

    /** A source that nobody can make. */
    public abstract static class Unmade implements VersionSource {}

    /** A source that needs something. */
    public static class Needy implements VersionSource {
        private final String prefix;

        public Needy(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Object version(MemoizedCall call) {
            return prefix + call.name();
        }
    }

    /** A source that is all right. */
    public static class Fixed implements VersionSource {
        @Override
        public Object version(MemoizedCall call) {
            return 1;
        }
    }

    /** Says that it makes fields. */
    public static class Fields implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "title");
        }
    }

    /** Does not say so. */
    public static class SilentFields implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "length");
        }
    }
}
