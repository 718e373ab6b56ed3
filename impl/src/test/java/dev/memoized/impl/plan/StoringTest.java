package dev.memoized.impl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values are kept, by settings of the backend and of the method. */
class StoringTest {
    private final Problems problems = new Problems();

    static class Books {
        @Memoized(name = "books", backend = "redis")
        String ofRedis() {
            return "";
        }

        @Memoized(name = "books")
        String anywhere() {
            return "";
        }
    }

    private Storing read(String method, Map<String, String> settings) {
        return PlanDraft.read(Declarations.of(Books.class, method), settings::get, problems)
                .storing();
    }

    @Test
    void nothingSet_isTheDefault() {
        assertThat(read("ofRedis", Map.of()))
                .isEqualTo(new Storing(
                        null, false, 10_000, 1 << 20, Duration.ofMillis(500), Duration.ofSeconds(10), false, ""));
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void settingsOfTheBackend_areThoseOfItsMethods() {
        Map<String, String> settings = Map.of(
                "memoized.backend.redis.codec", "jackson",
                "memoized.backend.redis.copy", "true",
                "memoized.backend.redis.maximum-size", "200",
                "memoized.backend.redis.maximum-value-size", "1000",
                "memoized.backend.redis.timeout", "50ms",
                "memoized.backend.redis.lease", "3s",
                "memoized.backend.redis.log", "true",
                "memoized.backend.redis.namespace", "shop");
        assertThat(read("ofRedis", settings))
                .isEqualTo(new Storing(
                        "jackson", true, 200, 1_000, Duration.ofMillis(50), Duration.ofSeconds(3), true, "shop"));
        assertThat(read("anywhere", settings).codec()).isNull();
        assertThat(problems.texts()).isEmpty();
    }

    @Test
    void defaultBackend_hasAName() {
        assertThat(read("anywhere", Map.of("memoized.backend.default.codec", "bytes"))
                        .codec())
                .isEqualTo("bytes");
    }

    @Test
    void methodsOwn_comeFirst() {
        Map<String, String> settings = Map.of(
                "memoized.backend.redis.codec", "jackson",
                "memoized.method.\"books\".codec", "java",
                "memoized.backend.redis.copy", "true",
                "memoized.method.\"books\".copy", "false",
                "memoized.method.\"books\".maximum-value-size", "7",
                "memoized.method.\"books\".log", "true");
        assertThat(read("ofRedis", settings))
                .isEqualTo(new Storing(
                        "java", false, 10_000, 7, Duration.ofMillis(500), Duration.ofSeconds(10), true, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "copy, yes",
        "maximum-value-size, 0",
        "maximum-value-size, -1",
        "maximum-value-size, many",
        "timeout, 0s",
        "timeout, soon",
        "lease, 0s",
        "log, 1",
        "namespace, 'a''b'",
    })
    void unreadable_isAProblem(String property, String text) {
        String key = "memoized.backend.redis." + property;
        read("ofRedis", Map.of(key, text));
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0205")
                .contains("\"" + text + "\"", key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999ms", "1ns", "PT0.5S"})
    void leaseThatAnyPauseEnds_isAProblem(String text) {
        String key = "memoized.backend.redis.lease";
        assertThat(read("ofRedis", Map.of(key, text)).lease()).isEqualTo(Duration.ofSeconds(10));
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0236")
                .contains("\"" + text + "\"", key, "at least 1s");
    }

    @Test
    void leaseOfASecond_isTaken() {
        assertThat(read("ofRedis", Map.of("memoized.backend.redis.lease", "1s")).lease())
                .isEqualTo(Duration.ofSeconds(1));
        assertThat(problems.texts()).isEmpty();
    }
}
