package dev.memoized.impl.engine;

import dev.memoized.CacheIf;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.SingleFlight;
import dev.memoized.VersionSource;
import dev.memoized.WhenCold;
import dev.memoized.impl.freshness.Early;
import dev.memoized.spi.RandomSource;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

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
 * @param request what it knows of the request
 * @param time what else it knows of time and failures
 */
public record Terms(
        Duration refreshAfter,
        Duration expireAfter,
        Refresh refresh,
        WhenCold whenCold,
        Duration waitAtMost,
        Duration longest,
        Class<? extends KeyGenerator> keyGenerator,
        Class<? extends CacheIf> cacheIf,
        OfRequest request,
        OfTime time) {
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
                CacheIf.Always.class,
                new OfRequest(List.of(), List.of(), false, VersionSource.None.class),
                OfTime.nothing());
    }

    /** Stale after ten seconds, gone after a minute. */
    public static Terms twoLimits() {
        return standard().refreshAfter(Duration.ofSeconds(10));
    }

    public Terms refreshAfter(Duration other) {
        return new Terms(
                other, expireAfter, refresh, whenCold, waitAtMost, longest, keyGenerator, cacheIf, request, time);
    }

    public Terms expireAfter(Duration other) {
        return new Terms(
                refreshAfter, other, refresh, whenCold, waitAtMost, longest, keyGenerator, cacheIf, request, time);
    }

    public Terms refresh(Refresh other) {
        return new Terms(
                refreshAfter, expireAfter, other, whenCold, waitAtMost, longest, keyGenerator, cacheIf, request, time);
    }

    public Terms whenCold(WhenCold other) {
        return new Terms(
                refreshAfter, expireAfter, refresh, other, waitAtMost, longest, keyGenerator, cacheIf, request, time);
    }

    public Terms longest(Duration other) {
        return new Terms(
                refreshAfter, expireAfter, refresh, whenCold, waitAtMost, other, keyGenerator, cacheIf, request, time);
    }

    public Terms keyGenerator(Class<? extends KeyGenerator> other) {
        return new Terms(
                refreshAfter, expireAfter, refresh, whenCold, waitAtMost, longest, other, cacheIf, request, time);
    }

    public Terms cacheIf(Class<? extends CacheIf> other) {
        return new Terms(
                refreshAfter, expireAfter, refresh, whenCold, waitAtMost, longest, keyGenerator, other, request, time);
    }

    public Terms varyBy(List<Class<? extends ContextValue<?>>> types) {
        return request(new OfRequest(types, request.independentOf(), request.isolated(), request.versionedBy()));
    }

    public Terms independentOf(Class<?>... types) {
        return request(new OfRequest(request.varyBy(), List.of(types), request.isolated(), request.versionedBy()));
    }

    public Terms isolated() {
        return request(new OfRequest(request.varyBy(), request.independentOf(), true, request.versionedBy()));
    }

    public Terms versionedBy(Class<? extends VersionSource> source) {
        return request(new OfRequest(request.varyBy(), request.independentOf(), request.isolated(), source));
    }

    private Terms request(OfRequest other) {
        return new Terms(
                refreshAfter, expireAfter, refresh, whenCold, waitAtMost, longest, keyGenerator, cacheIf, other, time);
    }

    /**
     * What a method knows of the request.
     *
     * @param varyBy in the key
     * @param independentOf not in it
     * @param isolated apart from the caller
     * @param versionedBy the source of versions
     */
    public record OfRequest(
            List<Class<? extends ContextValue<?>>> varyBy,
            List<Class<?>> independentOf,
            boolean isolated,
            Class<? extends VersionSource> versionedBy) {}

    /** What is known of time and failures beside the limits. */
    public Terms time(UnaryOperator<OfTime> change) {
        return new Terms(
                refreshAfter,
                expireAfter,
                refresh,
                whenCold,
                waitAtMost,
                longest,
                keyGenerator,
                cacheIf,
                request,
                change.apply(time));
    }

    public Terms onError(OnError other) {
        return time(time -> time.onError(other));
    }

    public Terms waitForRefresh(String other) {
        return time(time -> time.waitForRefresh(other));
    }

    public Terms waitAfter(String other) {
        return time(time -> time.waitAfter(other));
    }

    public Terms eagerRefresh(double share) {
        return time(time -> time.early(new Early(share, time.early().factor())));
    }

    public Terms earlyRefresh(double factor) {
        return time(time -> time.early(new Early(time.early().share(), factor)));
    }

    public Terms setting(String key, String value) {
        return time(time -> time.setting(key, value));
    }

    public Terms random(RandomSource other) {
        return time(time -> time.random(other));
    }

    /** The same as a configuration: a setting, or null. */
    public String setting(String key) {
        return key.equals("memoized.longest-computation")
                ? longest.toString()
                : time.settings().get(key);
    }

    /**
     * What a method knows of time and failures beside the limits.
     *
     * @param onError what a caller gets
     * @param waitForRefresh empty for not at all
     * @param waitAfter empty for never
     * @param early when it is renewed while it is fresh
     * @param settings of the configuration
     * @param random its chance
     */
    public record OfTime(
            OnError onError,
            String waitForRefresh,
            String waitAfter,
            Early early,
            Map<String, String> settings,
            RandomSource random) {
        static OfTime nothing() {
            return new OfTime(OnError.SERVE_STALE, "", "", Early.NEVER, Map.of(), seed -> 0);
        }

        OfTime onError(OnError other) {
            return new OfTime(other, waitForRefresh, waitAfter, early, settings, random);
        }

        OfTime waitForRefresh(String other) {
            return new OfTime(onError, other, waitAfter, early, settings, random);
        }

        OfTime waitAfter(String other) {
            return new OfTime(onError, waitForRefresh, other, early, settings, random);
        }

        OfTime early(Early other) {
            return new OfTime(onError, waitForRefresh, waitAfter, other, settings, random);
        }

        OfTime setting(String key, String value) {
            Map<String, String> more = new HashMap<>(settings);
            more.put(key, value);
            return new OfTime(onError, waitForRefresh, waitAfter, early, Map.copyOf(more), random);
        }

        OfTime random(RandomSource other) {
            return new OfTime(onError, waitForRefresh, waitAfter, early, settings, other);
        }
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
                time.waitForRefresh(),
                time.waitAfter(),
                time.early().share(),
                time.early().factor(),
                time.onError(),
                "",
                keyGenerator,
                cacheIf,
                "",
                varyByArray(),
                request.independentOf().toArray(Class<?>[]::new),
                request.isolated(),
                request.versionedBy());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Class<? extends ContextValue<?>>[] varyByArray() {
        return request.varyBy().toArray(Class[]::new);
    }

    private record Annotated(
            String name,
            String refreshAfter,
            String expireAfter,
            Refresh refresh,
            WhenCold whenCold,
            String waitAtMost,
            String waitForRefresh,
            String waitAfter,
            double eagerRefresh,
            double earlyRefresh,
            OnError onError,
            String schema,
            Class<? extends KeyGenerator> keyGenerator,
            Class<? extends CacheIf> cacheIf,
            String backend,
            Class<? extends ContextValue<?>>[] varyBy,
            Class<?>[] independentOf,
            boolean isolated,
            Class<? extends VersionSource> versionedBy)
            implements Memoized {
        @Override
        public SingleFlight singleFlight() {
            return SingleFlight.SHARED;
        }

        @Override
        public String[] tags() {
            return new String[0];
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return Memoized.class;
        }
    }
}
