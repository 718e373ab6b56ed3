package dev.memoized.tck.behaviour;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Stereotype;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Beans with annotations that carry ours in vain. */
final class WrongCarriers {
    private WrongCarriers() {}

    /** One that is right. */
    @InterceptorBinding
    @Memoized(expireAfter = "1h")
    @Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Hourly {}

    /** Another one. */
    @InterceptorBinding
    @Memoized(expireAfter = "24h")
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Daily {}

    /** No container hears it. */
    @Memoized
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Plain {}

    /** Nor what it carries. */
    @Hourly
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface PlainAbove {}

    /** Heard on classes only. */
    @Stereotype
    @Hourly
    @Target({ElementType.METHOD, ElementType.TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface OfClasses {}

    /** No container hears it. */
    @CacheInvalidate(tags = "books")
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface PlainChange {}

    @ApplicationScoped
    public static class TwoOnMethod {
        @Hourly
        @Daily
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Hourly
    @Daily
    public static class TwoOnClass {
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnheardOnMethod {
        @Plain
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Plain
    public static class UnheardOnClass {
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnheardAbove {
        @PlainAbove
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class StereotypeOnMethod {
        @OfClasses
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    public static class UnheardChange {
        @PlainChange
        public void save() {}
    }

    @ApplicationScoped
    public static class HitThatChanges {
        @Hourly
        @CacheInvalidate(tags = "books")
        public String titles(String key) {
            return key;
        }
    }

    @ApplicationScoped
    @Hourly
    public static class NothingCovered {
        public void save() {}
    }

    /** A bean that is as it should be: what it says itself decides. */
    @ApplicationScoped
    public static class Blameless {
        @Hourly
        @Daily
        @Memoized(expireAfter = "2h")
        public String titles(String key) {
            return key;
        }
    }
}
