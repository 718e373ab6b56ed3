package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.Journal;
import dev.memoized.tck.behaviour.OuterInterceptor.Route;
import dev.memoized.tck.behaviour.OuterInterceptor.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interceptor outside of ours runs again before an isolated computation, and need not let it through. */
@Timeout(60)
class IsolatedBehindInterceptorTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Guarded.class, OuterInterceptor.class, Route.class, Journal.class);

    private final Guarded guarded = app.get(Guarded.class);
    private final Route route = app.get(Route.class);
    private final String key = app.key();

    /** A bean behind an interceptor. */
    @Outer
    @ApplicationScoped
    public static class Guarded {
        private final Body body = new Body();

        @Memoized(isolated = true)
        public String open(String key) {
            return body.compute(key);
        }

        @Memoized(isolated = true)
        public CompletionStage<String> openLater(String key) {
            return CompletableFuture.completedFuture(body.compute(key));
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    @AfterEach
    void goStraight() {
        route.take(Way.STRAIGHT);
    }

    @Test
    void denied_behind_the_caller_is_denied_to_it() {
        route.take(Way.DEAD_END_ELSEWHERE);
        assertThatThrownBy(() -> guarded.open(key)).isInstanceOf(SecurityException.class);
        assertThatThrownBy(() -> guarded.openLater(key).toCompletableFuture().join())
                .hasCauseInstanceOf(SecurityException.class);
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED);
        assertThat(guarded.computations(key)).isZero();
    }

    @Test
    void answered_by_somebody_else_is_nobodys_value() {
        route.take(Way.SHORT_CUT_ELSEWHERE);
        assertThatThrownBy(() -> guarded.open(key))
                .isInstanceOf(ColdCacheException.class)
                .hasMessageContaining("MEMO0310");
        assertThat(app.outcomes()).containsExactly(REFUSED);
        route.take(Way.STRAIGHT);
        assertThat(guarded.open(key)).isEqualTo(key + "#1");
        assertThat(app.outcomes()).containsExactly(REFUSED, COMPUTED);
    }
}
