package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Versions of the data, in requests and outside of them. */
@Timeout(60)
class VersionsTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Rows.class, RowVersion.class, Shelf.class, Twice.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Rows rows = app.get(Rows.class);
    private final String key = app.key();

    /** The data: how often each row was written, and how often somebody asked. */
    @ApplicationScoped
    public static class Rows {
        private final ConcurrentMap<String, Integer> written = new ConcurrentHashMap<>();
        private final ConcurrentMap<String, Integer> asked = new ConcurrentHashMap<>();

        public void write(String row) {
            written.merge(row, 1, Integer::sum);
        }

        public int version(String row) {
            asked.merge(row, 1, Integer::sum);
            return written.getOrDefault(row, 0);
        }

        public int asked(String row) {
            return asked.getOrDefault(row, 0);
        }
    }

    /** A source that is a bean. */
    @ApplicationScoped
    public static class RowVersion implements VersionSource {
        @Inject
        Rows rows;

        @Override
        public Object version(MemoizedCall call) {
            return rows.version(String.valueOf(call.arguments().get(0)));
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(refreshAfter = "1m", expireAfter = "1h", versionedBy = RowVersion.class)
        public String row(String key) {
            return body.compute(key);
        }
    }

    /** Makes requests by annotation. */
    @ApplicationScoped
    public static class Twice {
        @Inject
        Shelf shelf;

        @Inject
        Rows rows;

        @ActivateRequestContext
        public List<String> row(String key) {
            String before = shelf.row(key);
            rows.write(key);
            return List.of(before, shelf.row(key));
        }
    }

    private String inRequest(String argument) {
        return app.inRequest(() -> shelf.row(argument));
    }

    /** On a thread that is in no request. */
    private static <T> T inBatch(Callers.Work<T> work) {
        try (Callers<T> batch = Callers.start("batch", 1, work)) {
            return batch.values().get(0);
        }
    }

    @Test
    void row_is_written_and_the_next_request_gets_a_new_value() {
        assertThat(inRequest(key)).isEqualTo(key + "#1");
        assertThat(inRequest(key)).isEqualTo(key + "#1");
        rows.write(key);
        assertThat(inRequest(key)).isEqualTo(key + "#2");
        assertThat(inRequest(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED, FRESH);
    }

    @Test
    void request_asks_once_for_each_key_and_keeps_what_it_used_first() {
        String other = app.key();
        app.inRequest(() -> {
            assertThat(shelf.row(key)).isEqualTo(key + "#1");
            assertThat(shelf.row(other)).isEqualTo(other + "#1");
            rows.write(key);
            inRequest(key);
            assertThat(shelf.row(key)).isEqualTo(key + "#1");
            assertThat(shelf.row(other)).isEqualTo(other + "#1");
            return "done";
        });
        assertThat(rows.asked(key)).isEqualTo(2);
        assertThat(rows.asked(other)).isEqualTo(1);
        assertThat(inRequest(key)).isEqualTo(key + "#2");
    }

    @Test
    void request_made_by_ActivateRequestContext_keeps_what_it_used_first() {
        Twice twice = app.get(Twice.class);
        assertThat(VersionsTest.<List<String>>inBatch(number -> twice.row(key)))
                .containsExactly(key + "#1", key + "#1");
        assertThat(VersionsTest.<List<String>>inBatch(number -> twice.row(key)))
                .containsExactly(key + "#2", key + "#2");
        assertThat(rows.asked(key)).isEqualTo(2);
    }

    @Test
    void request_keeps_its_entry_though_it_is_renewed_meanwhile() {
        inRequest(key);
        app.advance(Duration.ofMinutes(2));
        app.inRequest(() -> {
            assertThat(shelf.row(key)).isEqualTo(key + "#1");
            assertThat(app.refresh()).isEqualTo(1);
            assertThat(shelf.row(key)).isEqualTo(key + "#1");
            return "done";
        });
        assertThat(inRequest(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, STALE, FRESH);
    }

    @Test
    void renewal_asks_no_source() {
        inRequest(key);
        app.advance(Duration.ofMinutes(2));
        inRequest(key);
        app.refresh();
        assertThat(rows.asked(key)).isEqualTo(2);
    }

    @Test
    void thread_without_request_asks_in_each_call() {
        List<String> values = inBatch(number -> {
            String before = shelf.row(key);
            rows.write(key);
            return List.of(before, shelf.row(key), shelf.row(key));
        });
        assertThat(values).containsExactly(key + "#1", key + "#2", key + "#2");
        assertThat(rows.asked(key)).isEqualTo(3);
    }

    @Test
    void outdated_entry_is_not_served_stale() {
        inRequest(key);
        rows.write(key);
        app.advance(Duration.ofMinutes(2));
        assertThat(inRequest(key)).isEqualTo(key + "#2");
        assertThat(app.refresh()).isZero();
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void equal_version_does_not_stop_the_refresh() {
        inRequest(key);
        app.advance(Duration.ofMinutes(2));
        inRequest(key);
        assertThat(app.refresh()).isEqualTo(1);
        assertThat(inRequest(key)).isEqualTo(key + "#2");
    }
}
