package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.CacheService;
import dev.memoized.Memoized;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.Seams;
import dev.memoized.tck.TestContainer;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operations set from outside. */
@Timeout(60)
class ConfigurationTest {
    private static final String KEY = "4111-1111-1111-1111-cf";
    private static final String SHOP = Shop.class.getName();

    private final Set<String> set = new HashSet<>();

    /** A bean. */
    @ApplicationScoped
    public static class Shop {
        private final Body body = new Body();

        @Memoized(expireAfter = "1h")
        public String list(String key) {
            return body.compute(key);
        }

        @Memoized
        public String total(String key) {
            return body.compute(key);
        }
    }

    /** A bean that wants another backend. */
    @ApplicationScoped
    public static class Archive {
        private final Body body = new Body();

        @Inject
        @Backend("archive")
        CacheService cache;

        @Memoized(backend = "archive")
        public String file(String key) {
            return body.compute(key);
        }

        public boolean isKept() {
            return cache.set(KEY, "x")
                    && cache.hasKey(KEY)
                    && cache.backend("archive").hasKey(KEY);
        }
    }

    /** Makes it. */
    @ApplicationScoped
    public static class Maker {
        @Produces
        @Singleton
        @Backend("archive")
        public ObjectBackend archive() {
            return new MapBackend();
        }
    }

    private void set(String key, String value) {
        System.setProperty(key, value);
        set.add(key);
    }

    @AfterEach
    void forget() {
        set.forEach(System::clearProperty);
    }

    private static void assertExpires(Class<Shop> type, Duration list, Duration total) {
        try (TestContainer.Running app = TestContainer.find().start(Deployment.of(type, Seams.class))) {
            Shop shop = app.get(type);
            ManualClock clock = app.get(ManualClock.class);
            String first = shop.list(KEY);
            clock.advance(list);
            assertThat(shop.list(KEY)).isEqualTo(first);
            clock.advance(Duration.ofNanos(1));
            assertThat(shop.list(KEY)).isNotEqualTo(first);
            first = shop.total(KEY);
            clock.advance(total);
            assertThat(shop.total(KEY)).isEqualTo(first);
            clock.advance(Duration.ofNanos(1));
            assertThat(shop.total(KEY)).isNotEqualTo(first);
        }
    }

    @Test
    void nothing_set_is_what_annotations_say() {
        assertExpires(Shop.class, Duration.ofHours(1), Duration.ofMinutes(5));
    }

    @Test
    void method_by_its_name() {
        set("memoized.method.\"" + SHOP + ".list(java.lang.String)\".expire-after", "2h");
        set("memoized.method.\"" + SHOP + "#total(java.lang.String)\".expire-after", "3h");
        assertExpires(Shop.class, Duration.ofHours(2), Duration.ofHours(3));
    }

    @Test
    void method_and_class_in_the_form_of_micro_profile() {
        set(SHOP + "/list/Memoized/expireAfter", "2h");
        set(SHOP + "/Memoized/expireAfter", "3h");
        assertExpires(Shop.class, Duration.ofHours(2), Duration.ofHours(3));
    }

    @Test
    void all_methods_that_say_nothing() {
        set("memoized.default.expire-after", "2h");
        assertExpires(Shop.class, Duration.ofHours(1), Duration.ofHours(2));
    }

    @Test
    void backend_by_its_type() {
        set("memoized.backend.archive.type", "local");
        try (TestContainer.Running app = TestContainer.find().start(Deployment.of(Archive.class, Seams.class))) {
            Archive archive = app.get(Archive.class);
            String first = archive.file(KEY);
            assertThat(archive.file(KEY)).isEqualTo(first);
            assertThat(archive.isKept()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "memoized.backend.archive.type, moon, MEMO0233, local",
        "memoized.backend.archive.typ, local, MEMO0231, memoized.backend.archive.type",
        "memoized.default.expires-after, 1h, MEMO0231, memoized.default.expire-after",
        "memoized.exclude, x, MEMO0231, memoized.",
        "Memoized/refreshAfer, 1h, MEMO0231, Memoized/refreshAfter",
        "memoized.method.shop.expire-after, 1h, MEMO0231, \"<name>\"",
        "memoized.default.expire-after, soon, MEMO0109, memoized.default.expire-after",
        "memoized.default.jitter, 200%, MEMO0205, memoized.default.jitter",
        "memoized.default.key-generator, com.acme.Nowhere, MEMO0232, com.acme.Nowhere",
        "memoized.default.backend, nowhere, MEMO0201, nowhere",
        "memoized.default.maximum-size, none, MEMO0205, memoized.default.maximum-size",
    })
    void wrong_setting_is_refused(String key, String value, String id, String word) {
        set(key, value);
        Refused refused = Refused.deploying(Shop.class, Seams.class);
        assertThat(refused.problems())
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith(id) && problem.contains(word));
    }

    @Test
    void limits_that_contradict_the_annotation_are_refused_with_the_key() {
        String key = "memoized.method.\"" + SHOP + ".list(java.lang.String)\".refresh-after";
        set(key, "2h");
        Refused.deploying(Shop.class, Seams.class).assertTold(Shop.class, "MEMO0112", "list", key);
    }

    @Test
    void backend_that_is_made_twice_is_refused() {
        set("memoized.backend.archive.type", "local");
        assertThat(Refused.deploying(Archive.class, Maker.class, Seams.class).problems())
                .singleElement()
                .asString()
                .startsWith("MEMO0235 memoized.backend.archive.type: ")
                .contains(Maker.class.getName());
    }

    @Test
    void setting_of_another_applications_method_is_none_of_ours() {
        set("memoized.method.\"com.acme.Elsewhere.list(java.lang.String)\".expire-after", "2h");
        assertExpires(Shop.class, Duration.ofHours(1), Duration.ofMinutes(5));
    }
}
