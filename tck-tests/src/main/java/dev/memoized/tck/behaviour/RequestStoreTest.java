package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.VersionSource;
import dev.memoized.spi.RequestStore;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application says what a request is. */
@Timeout(60)
class RequestStoreTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Steps.class, Clocked.class, Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final Steps steps = app.get(Steps.class);
    private final Clocked clocked = app.get(Clocked.class);
    private final String key = app.key();

    /** A request is a step of a job, on any thread. */
    @ApplicationScoped
    public static class Steps implements RequestStore {
        private volatile @Nullable ConcurrentMap<Object, Object> step;

        @Override
        public @Nullable ConcurrentMap<Object, Object> current() {
            return step;
        }

        public void begin() {
            step = new ConcurrentHashMap<>();
        }

        public void end() {
            step = null;
        }
    }

    /** Another version each time. */
    @ApplicationScoped
    public static class Clocked implements VersionSource {
        private final AtomicInteger last = new AtomicInteger();

        @Override
        public Object version(MemoizedCall call) {
            return last.incrementAndGet();
        }

        public int asked() {
            return last.get();
        }
    }

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();

        @Memoized(versionedBy = Clocked.class)
        public String row(String key) {
            return body.compute(key);
        }

        @Memoized(backend = "request")
        public String ofStep(String key) {
            return body.compute(key);
        }
    }

    @AfterEach
    void end() {
        steps.end();
    }

    @Test
    void step_of_the_application_is_the_request() {
        int before = clocked.asked();
        steps.begin();
        assertThat(shelf.row(key)).isEqualTo(key + "#1");
        assertThat(shelf.row(key)).isEqualTo(key + "#1");
        steps.begin();
        assertThat(shelf.row(key)).isEqualTo(key + "#2");
        assertThat(shelf.row(key)).isEqualTo(key + "#2");
        assertThat(clocked.asked() - before).isEqualTo(2);
    }

    @Test
    void several_requests_of_the_container_are_in_one_step() {
        steps.begin();
        assertThat(app.inRequest(() -> shelf.row(key))).isEqualTo(key + "#1");
        assertThat(app.inRequest(() -> shelf.row(key))).isEqualTo(key + "#1");
    }

    @Test
    void request_of_the_container_without_a_step_is_none() {
        int before = clocked.asked();
        app.inRequest(() -> {
            assertThat(shelf.row(key)).isEqualTo(key + "#1");
            assertThat(shelf.row(key)).isEqualTo(key + "#2");
            return "done";
        });
        assertThat(clocked.asked() - before).isEqualTo(2);
    }

    @Test
    void values_of_a_request_live_with_the_step() {
        steps.begin();
        assertThat(app.inRequest(() -> shelf.ofStep(key))).isEqualTo(key + "#1");
        assertThat(app.inRequest(() -> shelf.ofStep(key))).isEqualTo(key + "#1");
        steps.begin();
        assertThat(shelf.ofStep(key)).isEqualTo(key + "#2");
        steps.end();
        assertThat(app.inRequest(() -> shelf.ofStep(key))).isEqualTo(key + "#3");
    }
}
