package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedMethods;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Renewals on Quarkus' own threads, whose usual executor would carry the caller's request along. */
@QuarkusTest
@Timeout(60)
class RefreshTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    private final String key = UUID.randomUUID().toString();

    @TestHTTPResource
    URL url;

    @Inject
    InRequest inRequest;

    @Inject
    MemoizedMethods memoized;

    @Inject
    ManualClock clock;

    @Inject
    RecordingListener listener;

    @Inject
    Journal journal;

    @BeforeEach
    void forget() {
        listener.clear();
        journal.take();
    }

    @Test
    void renewal_while_the_callers_request_runs_does_not_see_its_data() throws Exception {
        get("alice");
        clock.advance(STALE_AGE);
        assertThat(get("bob")).isEqualTo("%s for alice, then %s for null; bye bob".formatted(key, key));
        assertThat(listener.outcomes()).containsExactly(COMPUTED, FRESH, STALE, FRESH);
        assertThat(journal.take()).last().asString().startsWith("executor-thread");
    }

    @Test
    void request_scoped_bean_is_renewed_on_a_new_instance_that_is_destroyed() throws Exception {
        int first = Request.in(() -> inRequest.answer(key));
        clock.advance(STALE_AGE);
        assertThat(Request.in(() -> inRequest.answer(key))).isEqualTo(first);
        awaitRenewal();
        int renewed = Request.in(() -> inRequest.answer(key));
        assertThat(renewed).isNotEqualTo(first);
        assertThat(journal.takeWith(renewed + " is destroyed")).contains(renewed + " computes " + key);
        assertThat(listener.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    private String get(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "greetings/" + name + "/" + key))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private void awaitRenewal() throws InterruptedException {
        assertThat(memoized.awaitRefreshes(Duration.ofSeconds(30))).isTrue();
    }
}
