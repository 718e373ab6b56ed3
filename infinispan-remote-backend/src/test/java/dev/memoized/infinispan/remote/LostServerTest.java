package dev.memoized.infinispan.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.FlawedClass;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(300)
class LostServerTest {

    @ParameterizedTest
    @ValueSource(strings = {"cell", "key", "tag", "namespace"})
    void whatIsDroppedWhileNobodyIsTold_endsLeases(String drop) {
        assertThat(new LostServer().test(drop, Duration.ofSeconds(90))).isTrue();
    }

    @Test
    void holderThatOnlyListens_isFound(@TempDir Path folder) throws Exception {
        BiPredicate<String, Duration> deaf = FlawedClass.around(
                LostServer.class,
                folder,
                Flaws.of("Watch", "cared.isEmpty() ? CompletableFuture", "cared != null ? CompletableFuture"));
        assertThat(deaf.test("cell", Duration.ofSeconds(10))).isFalse();
    }
}
