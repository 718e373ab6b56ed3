package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.testing.RecordingListener;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Entries are kept in the backend that is named. */
@QuarkusTest
@Timeout(60)
class BackendsTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Catalogue catalogue;

    @Inject
    RecordingListener listener;

    @BeforeEach
    void forget() {
        listener.clear();
    }

    @Test
    void member_names_the_backend() {
        assertKept(() -> catalogue.byMember(key));
    }

    @Test
    void qualifier_names_the_backend() {
        assertKept(() -> catalogue.byQualifier(key));
    }

    private void assertKept(Runnable call) {
        // Looked up, not injected: injection alone would keep it from being removed as unused.
        Shelf shelf = Arc.container()
                .instance(Shelf.class, Backend.Literal.of("shelf"))
                .get();
        long before = shelf.entries();
        call.run();
        call.run();
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH);
        assertThat(shelf.entries()).isEqualTo(before + 1);
    }
}
