package dev.memoized.tck.behaviour;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;

/** Beans whose arguments make no key. */
final class WrongKeys {
    private WrongKeys() {}

    @ApplicationScoped
    public static class ArgumentWithoutEquality {
        @Memoized
        public String titles(Thread key) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class ArrayOfNoEquality {
        @Memoized
        public String titles(Thread[] key) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class ListOfNoEquality {
        @Memoized
        public String titles(List<Thread> key) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class FunctionArgument {
        @Memoized
        public String titles(Supplier<String> key) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class MixedMarks {
        @Memoized
        public String titles(@CacheKey String key, @CacheKeyIgnore String user) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class KeyBesideGenerator {
        @Memoized(keyGenerator = Generator.class)
        public String titles(@CacheKey String key, String user) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class IgnoreBesideGenerator {
        @Memoized(keyGenerator = Generator.class)
        public String titles(String key, @CacheKeyIgnore String user) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class KeyAlone {

        public String titles(@CacheKey String key) {
            return "title";
        }
    }

    @ApplicationScoped
    public static class IgnoreAlone {

        public String titles(String key, @CacheKeyIgnore String user) {
            return "title";
        }
    }

    /** A generator that is all right. */
    public static class Generator implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return call.name();
        }
    }
}
