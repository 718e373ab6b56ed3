package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.Memoized;
import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.Seams;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One application: its limits in annotations, in configuration, and with backends of its own making. It behaves the same. */
@Timeout(60)
class ThreeWaysTest {
    private static final String KEY = "4111-1111-1111-1111-3w";

    /** How the application is told what to do. */
    enum Way {
        /** By annotations alone, and nothing else. */
        ANNOTATIONS,
        /** By settings alone; its annotations say nothing but the name. */
        CONFIGURATION,
        /** By annotations, with backends that it produces. */
        PRODUCERS;

        private Map<String, String> settings() {
            return this != CONFIGURATION
                    ? Map.of()
                    : Map.of(
                            "memoized.method.\"three.list\".refresh-after", "1m",
                            "memoized.method.\"three.list\".expire-after", "1h",
                            "memoized.method.\"three.total\".backend", "archive",
                            "memoized.backend.archive.type", "local",
                            "memoized.backend.default.type", "local",
                            "memoized.backend.archive.expire-after", "5m");
        }

        private List<Class<?>> beans() {
            return switch (this) {
                case ANNOTATIONS -> List.of(Annotated.class);
                case CONFIGURATION -> List.of(Bare.class);
                case PRODUCERS -> List.of(Qualified.class, Backends.class);
            };
        }

        TestContainer.Running start() {
            settings().forEach(System::setProperty);
            return TestContainer.find()
                    .start(Deployment.of(Stream.concat(Stream.of(User.class, Seams.class), beans().stream())
                            .toArray(Class<?>[]::new)));
        }

        void forget() {
            settings().keySet().forEach(System::clearProperty);
        }
    }

    /** What all three are. */
    public interface Shop {
        String list(String key);

        String total(String key);

        int computations();
    }

    /** The first. */
    @ApplicationScoped
    public static class Annotated implements Shop {
        private final Body body = new Body();

        @Override
        @Memoized(name = "three.list", refreshAfter = "1m", expireAfter = "1h")
        public String list(String key) {
            return body.compute(key);
        }

        @Override
        @Memoized(name = "three.total")
        public String total(String key) {
            return body.compute(key);
        }

        @Override
        public int computations() {
            return body.count(KEY);
        }
    }

    /** The second. */
    @ApplicationScoped
    public static class Bare implements Shop {
        private final Body body = new Body();

        @Override
        @Memoized(name = "three.list")
        public String list(String key) {
            return body.compute(key);
        }

        @Override
        @Memoized(name = "three.total")
        public String total(String key) {
            return body.compute(key);
        }

        @Override
        public int computations() {
            return body.count(KEY);
        }
    }

    /** The third. */
    @ApplicationScoped
    public static class Qualified implements Shop {
        private final Body body = new Body();

        @Override
        @Memoized(name = "three.list", refreshAfter = "${three.refresh:1m}", expireAfter = "${three.expire:1h}")
        public String list(String key) {
            return body.compute(key);
        }

        @Override
        @Backend("archive")
        @Memoized(name = "three.total")
        public String total(String key) {
            return body.compute(key);
        }

        @Override
        public int computations() {
            return body.count(KEY);
        }
    }

    /** Makes the third's backends. */
    @ApplicationScoped
    public static class Backends {
        @Produces
        @Singleton
        public ObjectBackend standard() {
            return new MapBackend();
        }

        @Produces
        @Singleton
        @Backend("archive")
        public ObjectBackend archive() {
            return new MapBackend();
        }
    }

    /** Uses the cache by program. */
    @ApplicationScoped
    public static class User {
        @Inject
        CacheService cache;

        @Inject
        MemoizedMethods memoized;

        public boolean isCounted() {
            cache.set(KEY, 1);
            cache.incr(KEY, 2);
            return Integer.valueOf(3).equals(cache.get(KEY)) && cache.delete(KEY) && !cache.hasKey(KEY);
        }

        public Outcome outcome(Callable<?> call) throws Exception {
            return memoized.observe(call).outcome();
        }
    }

    @AfterEach
    void forget() {
        for (Way way : Way.values()) {
            way.forget();
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_are_fresh_then_stale_then_gone(Way way) throws Exception {
        try (TestContainer.Running app = way.start()) {
            Shop shop = app.get(Shop.class);
            User user = app.get(User.class);
            ManualClock clock = app.get(ManualClock.class);
            assertThat(user.outcome(() -> shop.list(KEY))).isEqualTo(COMPUTED);
            clock.advance(Duration.ofMinutes(1));
            assertThat(user.outcome(() -> shop.list(KEY))).isEqualTo(FRESH);
            clock.advance(Duration.ofNanos(1));
            assertThat(user.outcome(() -> shop.list(KEY))).isEqualTo(STALE);
            app.get(HandExecutor.class).runAllOnNewThreads();
            assertThat(shop.list(KEY)).isEqualTo(KEY + "#2");
            clock.advance(Duration.ofHours(1).plusNanos(1));
            assertThat(user.outcome(() -> shop.list(KEY))).isEqualTo(COMPUTED);
            assertThat(shop.computations()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void values_without_limits_live_five_minutes(Way way) throws Exception {
        try (TestContainer.Running app = way.start()) {
            Shop shop = app.get(Shop.class);
            User user = app.get(User.class);
            ManualClock clock = app.get(ManualClock.class);
            assertThat(user.outcome(() -> shop.total(KEY))).isEqualTo(COMPUTED);
            clock.advance(Duration.ofMinutes(5));
            assertThat(user.outcome(() -> shop.total(KEY))).isEqualTo(FRESH);
            clock.advance(Duration.ofNanos(1));
            assertThat(user.outcome(() -> shop.total(KEY))).isEqualTo(COMPUTED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void programs_use_the_cache_too(Way way) {
        try (TestContainer.Running app = way.start()) {
            assertThat(app.get(User.class).isCounted()).isTrue();
        }
    }
}
