package dev.memoized.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kills "a key that nobody reads is passed over", and "a key of another level is taken". */
class KnownKeysTest {
    private final KnownKeys known = new KnownKeys(List.of("uri"));

    private record Keys(Set<String> keys) implements Settings {
        @Override
        public @Nullable String find(String key) {
            return keys.contains(key) ? "x" : null;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "memoized.enabled",
                "memoized.locales",
                "memoized.priority",
                "memoized.longest-computation",
                "memoized.default.expire-after",
                "memoized.default.refreshes-at-most",
                "memoized.method.\"com.acme.Books.top(java.lang.String)\".refresh-after",
                "memoized.method.\"com.acme.Legacy#load(int)\".enabled",
                "memoized.method.\"cache:books.\".expire-after",
                "memoized.backend.redis.type",
                "memoized.backend.a.b.codec",
                "memoized.backend.redis.uri",
                "com.acme.Books/top/Memoized/waitAtMost",
                "com.acme.Books/Memoized/jitter",
                "Memoized/refreshAfter",
                "memoized.require",
                "memoized.redis.version",
                "java.version",
                "memoizedness",
            })
    void keyThatIsRead_isKnown(String key) {
        assertThat(known.unknown(new Keys(Set.of(key)))).isEmpty();
    }

    @Test
    void C74_keyThatNothingReads_isToldWithTheNearest() {
        assertThat(known.unknown(new Keys(Set.of("memoized.backend.redis.ury", "memoized.enabled"))))
                .isEqualTo(Map.of("memoized.backend.redis.ury", "memoized.backend.redis.uri"));
    }

    @ParameterizedTest
    @CsvSource({
        "memoized.enable, memoized.enabled",
        "memoized.expire-after, memoized.default.expire-after",
        "memoized.locale, memoized.locales",
        "memoized.default.expires-after, memoized.default.expire-after",
        "memoized.default.expireAfter, memoized.default.expire-after",
        "memoized.default.enabled, memoized.enabled",
        "memoized.default.timeout, memoized.backend.<name>.timeout",
        "memoized.method.\"books\".refresh-afer, memoized.method.\"books\".refresh-after",
        "memoized.method.\"books\".logs, memoized.method.\"books\".log",
        "memoized.method.\"books\".uri, memoized.method.\"books\".log",
        "memoized.method.books.refresh-after, memoized.method.\"<name>\".<property>",
        "memoized.method.\"\".refresh-after, memoized.method.\"<name>\".<property>",
        "memoized.default, memoized.default.<property>",
        "memoized.method, memoized.method.\"<name>\".<property>",
        "memoized.backend.redis.ury, memoized.backend.redis.uri",
        "memoized.backend.redis.jitter, memoized.default.jitter",
        "memoized.backend.uri, memoized.backend.<name>.<property>",
        "Memoized/refresh-after, memoized.default.refresh-after",
        "com.acme.Books/top/Memoized/refreshAftr, com.acme.Books/top/Memoized/refreshAfter",
        "com.acme.Books/Memoized/expireafter, com.acme.Books/Memoized/expireAfter",
    })
    void keyThatNobodyReads_isToldWithTheNearest(String key, String nearest) {
        assertThat(known.unknown(new Keys(Set.of(key, "memoized.enabled")))).isEqualTo(Map.of(key, nearest));
    }

    @Test
    void namesInKeys_areFound() {
        Settings settings = new Keys(Set.of(
                "memoized.method.\"b\".jitter",
                "memoized.method.\"a#x(int,long)\".jitter",
                "memoized.backend.second.type",
                "memoized.backend.first.codec"));
        assertThat(KnownKeys.methods(settings)).containsExactly("a#x(int,long)", "b");
        assertThat(KnownKeys.backends(settings)).containsExactly("second");
    }
}
