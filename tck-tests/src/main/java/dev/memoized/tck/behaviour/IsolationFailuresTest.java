package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an isolated computation throws arrives as it is, in every caller, and is not remembered. */
@Timeout(60)
class IsolationFailuresTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Cell.class);

    private final Cell cell = app.get(Cell.class);
    private final String key = app.key();

    /** A bean that throws what it is told. */
    @ApplicationScoped
    public static class Cell {
        private final Body body = new Body();
        private volatile @Nullable Throwable failure;

        @Memoized(isolated = true)
        public String open(String key) throws Throwable {
            return opened(key);
        }

        private String opened(String key) throws Throwable {
            String value = body.compute(key);
            Throwable told = failure;
            if (told != null) {
                throw told;
            }
            return value;
        }

        @Memoized(isolated = true)
        public CompletionStage<String> openLater(String key) throws Throwable {
            return CompletableFuture.completedFuture(opened(key));
        }

        @Memoized(isolated = true)
        public CompletionStage<String> failLater(String key) {
            String value = body.compute(key);
            Throwable told = failure;
            return told == null ? CompletableFuture.completedFuture(value) : CompletableFuture.failedFuture(told);
        }

        @Memoized(isolated = true)
        public CompletionStage<String> refuseLater(String key) {
            return refusing();
        }

        public void fail(@Nullable Throwable newFailure) {
            failure = newFailure;
        }

        public Body body() {
            return body;
        }
    }

    /** A stage that takes no dependants. */
    @SuppressWarnings("unchecked")
    private static CompletionStage<String> refusing() {
        return (CompletionStage<String>) Proxy.newProxyInstance(
                Cell.class.getClassLoader(), new Class<?>[] {CompletionStage.class}, (stage, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Test
    void unchecked_exception_arrives_unchanged() {
        assertArrives(new IllegalStateException("planted"));
    }

    @Test
    void checked_exception_arrives_unchanged() {
        assertArrives(new IOException("planted", new IllegalStateException("cause")));
    }

    @Test
    void error_arrives_unchanged() {
        assertArrives(new AssertionError("planted"));
    }

    @Test
    void exceptions_of_futures_arrive_unchanged() {
        assertArrives(new CompletionException("planted", new IOException("cause")));
        assertArrives(new CompletionException("without cause", null));
        assertArrives(new CancellationException("planted"));
        assertArrives(new ExecutionException("planted", new IOException("cause")));
    }

    private void assertArrives(Throwable failure) {
        app.listener().clear();
        cell.fail(failure);
        assertThat(catchThrowable(() -> cell.open(key))).isSameAs(failure);
        assertThat(failureOf(cell::openLater)).isSameAs(failure);
        assertThat(failureOf(cell::failLater)).isSameAs(failure);
        cell.fail(null);
        String next = app.key();
        assertThat(catchThrowable(() -> cell.open(next))).isNull();
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED, FAILED, COMPUTED);
    }

    @Test
    void failure_goes_to_all_present_followers() {
        IOException failure = new IOException("planted");
        cell.fail(failure);
        cell.body().hold(key + "#1");
        try (Callers<String> leader = Callers.start("leader", 1, number -> open())) {
            cell.body().awaitBegun(key + "#1");
            try (Callers<String> followers = Callers.start("follower", 5, number -> open())) {
                app.clock().awaitWaiters(6);
                cell.body().open(key + "#1");
                assertThat(followers.failures()).hasSize(5).allMatch(each -> each == failure);
                assertThat(leader.failures()).containsExactly(failure);
            }
        }
        assertThat(cell.body().count(key)).isOne();
    }

    private String open() throws Exception {
        try {
            return cell.open(key);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable other) {
            throw new AssertionError(other);
        }
    }

    @Test
    void stage_that_takes_no_dependants_fails_the_call() {
        assertThat(failureOf(cell::refuseLater)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(failureOf(cell::refuseLater)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(app.outcomes()).containsExactly(FAILED, FAILED);
    }

    /** A method that returns a stage. */
    private interface Later {
        CompletionStage<String> call(String key) throws Throwable;
    }

    /** What the stage ends with, which another thread completes. */
    private @Nullable Throwable failureOf(Later method) {
        try {
            return method.call(key)
                    .handle((value, failure) -> failure)
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("the stage never ended", late);
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
