package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.Outcome;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Methods that change the cache are intercepted, whichever annotation they have. */
@QuarkusTest
@Timeout(60)
class InvalidationTest {
    private final String key = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();

    @Inject
    Desk desk;

    @Inject
    MemoizedMethods memoized;

    private Outcome look(String which) throws Exception {
        return memoized.observe(() -> desk.look(which)).outcome();
    }

    @Test
    void key_is_dropped() throws Exception {
        assertThat(look(key)).isEqualTo(COMPUTED);
        assertThat(look(other)).isEqualTo(COMPUTED);
        desk.drop(key);
        assertThat(look(key)).isEqualTo(COMPUTED);
        assertThat(look(other)).isEqualTo(FRESH);
    }

    @Test
    void result_is_put() throws Exception {
        look(key);
        look(other);
        desk.put(key, "put");
        assertThat(desk.look(key)).isEqualTo("put");
        assertThat(look(other)).isEqualTo(FRESH);
    }

    @Test
    void several_are_dropped_each_in_its_way() throws Exception {
        look(key);
        look(other);
        desk.drop(key, other);
        assertThat(look(key)).isEqualTo(STALE);
        assertThat(look(other)).isEqualTo(COMPUTED);
    }
}
