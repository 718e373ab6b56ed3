package dev.memoized.impl.engine;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import java.lang.annotation.Annotation;
import java.time.Duration;

/**
 * How a method is memoized in a test: one minute to live, never stale, if nothing else is said.
 *
 * @param refreshAfter null when values do not become stale
 * @param expireAfter null for ever
 * @param refresh who renews
 * @param whenCold what followers do
 * @param waitAtMost the bound of their wait
 * @param longest how long a computation may take
 * @param keyGenerator the default, or one with a public constructor
 * @param cacheIf every result, or one with a public constructor
 */
public record Terms(
        Duration refreshAfter,
        Duration expireAfter,
        Refresh refresh,
        WhenCold whenCold,
        Duration waitAtMost,
        Duration longest,
        Class<? extends KeyGenerator> keyGenerator,
        Class<? extends CacheIf> cacheIf) {
    /** The name of every method in these tests. */
    public static final String NAME = "proof";

    public static Terms standard() {
        return new Terms(
                null,
                Duration.ofMinutes(1),
                Refresh.BACKGROUND,
                WhenCold.WAIT,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                KeyGenerator.Default.class,
                CacheIf.Always.class);
    }

    /** Stale after ten seconds, gone after a minute. */
    public static Terms twoLimits() {
        return standard().refreshAfter(Duration.ofSeconds(10));
    }

    public Terms refreshAfter(Duration other) {
        return new Terms(other, expireAfter, refresh, whenCold, waitAtMost, longest, keyGenerator, cacheIf);
    }

    public Terms expireAfter(Duration other) {
        return new Terms(refreshAfter, other, refresh, whenCold, waitAtMost, longest, keyGenerator, cacheIf);
    }

    public Terms refresh(Refresh other) {
        return new Terms(refreshAfter, expireAfter, other, whenCold, waitAtMost, longest, keyGenerator, cacheIf);
    }

    public Terms whenCold(WhenCold other) {
        return new Terms(refreshAfter, expireAfter, refresh, other, waitAtMost, longest, keyGenerator, cacheIf);
    }

    public Terms longest(Duration other) {
        return new Terms(refreshAfter, expireAfter, refresh, whenCold, waitAtMost, other, keyGenerator, cacheIf);
    }

    public Terms keyGenerator(Class<? extends KeyGenerator> other) {
        return new Terms(refreshAfter, expireAfter, refresh, whenCold, waitAtMost, longest, other, cacheIf);
    }

    public Terms cacheIf(Class<? extends CacheIf> other) {
        return new Terms(refreshAfter, expireAfter, refresh, whenCold, waitAtMost, longest, keyGenerator, other);
    }

    /** The same as somebody would have annotated it. */
    public Memoized annotation() {
        return annotation(NAME);
    }

    Memoized annotation(String name) {
        return new Annotated(
                name,
                refreshAfter == null ? "" : refreshAfter.toString(),
                expireAfter == null ? "forever" : expireAfter.toString(),
                refresh,
                whenCold,
                whenCold == WhenCold.WAIT ? waitAtMost.toString() : "",
                "",
                keyGenerator,
                cacheIf,
                "");
    }

    private record Annotated(
            String name,
            String refreshAfter,
            String expireAfter,
            Refresh refresh,
            WhenCold whenCold,
            String waitAtMost,
            String schema,
            Class<? extends KeyGenerator> keyGenerator,
            Class<? extends CacheIf> cacheIf,
            String backend)
            implements Memoized {
        @Override
        public Class<? extends Annotation> annotationType() {
            return Memoized.class;
        }
    }
}
