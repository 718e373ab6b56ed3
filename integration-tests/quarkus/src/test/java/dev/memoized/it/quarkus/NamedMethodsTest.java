package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What configuration memoizes when the application is built. */
@QuarkusTest
@Timeout(60)
class NamedMethodsTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Legacy legacy;

    @Inject
    MemoizedMethods memoized;

    @Test
    void named_methods_are_memoized_and_the_others_are_not() {
        assertThat(legacy.load(key)).isEqualTo(legacy.load(key));
        assertThat(legacy.generic(key)).isEqualTo(legacy.generic(key));
        assertThat(legacy.load(key, new int[0], Map.of())).isNotEqualTo(legacy.load(key, new int[0], Map.of()));
    }

    @Test
    void handles_and_descriptions_know_them() {
        String first = legacy.load(key);
        assertThat(memoized.entry(() -> legacy.load(key)).lookup().orElseThrow().value())
                .isEqualTo(first);
        assertThat(memoized.methods())
                .filteredOn(method -> method.beanClass() == Legacy.class)
                .hasSize(2)
                .anySatisfy(method -> assertThat(method.expireAfter()).isEqualTo(Duration.ofHours(1)));
    }
}
