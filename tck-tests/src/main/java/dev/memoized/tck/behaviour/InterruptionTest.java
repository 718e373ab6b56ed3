package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.JOINED;
import static dev.memoized.Outcome.REFUSED;
import static dev.memoized.spi.FaultPoints.Place.FOLLOWING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ColdCacheException;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interruption concerns the interrupted thread only. */
@Timeout(60)
class InterruptionTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Shelf.class);

    private final Shelf shelf = app.get(Shelf.class);
    private final String key = app.key();
    private final String first = key + "#1";

    /** A bean. */
    @ApplicationScoped
    public static class Shelf {
        private final Body body = new Body();
        private final CountDownLatch never = new CountDownLatch(1);

        @Memoized
        public String title(String key) {
            return body.compute(key);
        }

        @Memoized
        public String blocking(String key) throws InterruptedException {
            String value = body.compute(key);
            if (value.equals(key + "#1")) {
                never.await();
            }
            return value;
        }

        public Body body() {
            return body;
        }
    }

    @Test
    void interrupted_leader_is_replaced_by_a_follower() {
        try (Callers<String> leader = Callers.start("leader", 1, number -> shelf.blocking(key))) {
            shelf.body().awaitBegun(first);
            try (Callers<String> followers = Callers.start("follower", 5, number -> shelf.blocking(key))) {
                app.gate().awaitReached(FOLLOWING, 5);
                leader.thread(0).interrupt();
                assertThat(leader.failures()).singleElement().isInstanceOf(InterruptedException.class);
                assertThat(followers.values()).isEqualTo(Collections.nCopies(5, key + "#2"));
            }
        }
        assertThat(shelf.body().count(key)).isEqualTo(2);
        assertThat(app.listener().count(FAILED)).isOne();
        assertThat(app.listener().count(COMPUTED)).isOne();
        assertThat(app.listener().count(JOINED) + app.listener().count(FRESH)).isEqualTo(4);
    }

    @Test
    void interrupted_follower_is_refused_with_its_flag_set() {
        shelf.body().hold(first);
        try (Callers<String> leader = Callers.start("leader", 1, number -> shelf.title(key))) {
            shelf.body().awaitBegun(first);
            try (Callers<Boolean> follower = Callers.start("follower", 1, number -> isRefusedWithFlagSet())) {
                app.clock().awaitWaiters(1);
                follower.thread(0).interrupt();
                assertThat(follower.values()).containsExactly(true);
            }
            shelf.body().open(first);
            assertThat(leader.values()).containsExactly(first);
        }
        assertThat(app.outcomes()).containsExactly(REFUSED, COMPUTED);
    }

    private boolean isRefusedWithFlagSet() {
        try {
            shelf.title(key);
            return false;
        } catch (ColdCacheException e) {
            return Thread.interrupted() && e.getCause() instanceof InterruptedException;
        }
    }

    @Test
    void other_followers_do_not_notice_an_interrupted_one() {
        shelf.body().hold(first);
        try (Callers<String> leader = Callers.start("leader", 1, number -> shelf.title(key))) {
            shelf.body().awaitBegun(first);
            try (Callers<String> interrupted = Callers.start("interrupted", 1, number -> shelf.title(key));
                    Callers<String> others = Callers.start("other", 3, number -> shelf.title(key))) {
                app.clock().awaitWaiters(4);
                interrupted.thread(0).interrupt();
                assertThat(interrupted.failures()).hasSize(1);
                shelf.body().open(first);
                assertThat(others.values()).isEqualTo(Collections.nCopies(3, first));
            }
            assertThat(leader.values()).containsExactly(first);
        }
    }

    @Test
    void caller_whose_flag_is_set_is_served_and_keeps_it() {
        shelf.title(key);
        Thread.currentThread().interrupt();
        String value = shelf.title(key);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(value).isEqualTo(first);
    }
}
