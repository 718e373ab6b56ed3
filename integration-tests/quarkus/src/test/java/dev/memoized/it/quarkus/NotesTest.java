package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values live with the request and with the instance. */
@QuarkusTest
@Timeout(60)
class NotesTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Notes one;

    @Inject
    Notes two;

    @Test
    void instances_have_values_of_their_own() {
        two.ofInstance("another");
        assertThat(List.of(one.ofInstance(key), one.ofInstance(key))).containsExactly(key + "#1", key + "#1");
        assertThat(two.ofInstance(key)).isEqualTo(key + "#2");
    }

    @Test
    void requests_have_values_of_their_own_for_all_instances() throws Exception {
        List<String> first = Request.in(() -> List.of(one.ofRequest(key), two.ofRequest(key), one.ofRequest(key)));
        assertThat(first).containsExactly(key + "#1", key + "#1", key + "#1");
        assertThat(Request.in(() -> one.ofRequest(key))).isEqualTo(key + "#2");
    }
}
