package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.CacheIf;
import dev.memoized.ColdCacheException;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.VersionSource;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.testing.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where what a computation sees of the request begins and ends. */
@Timeout(60)
class ContextEndsTest {
    private static final Duration STALE_AGE = Duration.ofSeconds(11);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    private static Object seenBy(Rigged method) {
        ContextSnapshot visible = method.visible();
        return visible == null ? "nothing" : visible.get(Tenant.class);
    }

    @Test
    void followersContinuation_doesNotSeeTheLeadersComputation() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        CompletableFuture<Object> value = new CompletableFuture<>();
        Rigged page = rig.plain(Terms.standard().varyBy(List.of(Tenant.class)), arguments -> {
            CompletionStage<Object> stage = inner.get().stage("k");
            value.complete("value");
            return stage.toCompletableFuture().join();
        });
        inner.set(page.stageBeside("inner", Terms.standard(), arguments -> value));
        CompletableFuture<Object> seen = new CompletableFuture<>();
        CompletionStage<Object> leaders = inner.get().stage("k");
        CompletionStage<Object> mine = inner.get().stage("k");
        mine.thenAccept(ignored -> seen.complete(seenBy(page)));
        Tenant.as("acme", () -> page.call("p"));
        assertThat(seen.join()).isEqualTo("nothing");
        assertThat(leaders.toCompletableFuture()).isCompletedWithValue("value");
    }

    @Test
    void bypassInsideOfAComputation_seesWhatItDeclares() throws Exception {
        AtomicReference<Rigged> inner = new AtomicReference<>();
        Object unkeyable = new Object();
        Rigged outer = rig.plain(Terms.standard().independentOf(Tenant.class), arguments -> inner.get()
                .call(unkeyable));
        inner.set(outer.beside("inner", Terms.standard().varyBy(List.of(Tenant.class)), arguments -> seenBy(outer)));
        assertThat(Tenant.as("acme", () -> outer.call("k"))).isEqualTo("acme");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.BYPASSED, Outcome.COMPUTED);
    }

    /** Cannot be captured or restored. */
    public static final class Broken implements ContextValue<String> {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String capture() {
            throw ContextEndsTest.<RuntimeException>sneaky(new IOException("planted"));
        }

        @Override
        public void restore(String value) {}
    }

    /** Cannot be restored. */
    public static final class Unrestorable implements ContextValue<String> {
        @Override
        public String name() {
            return "unrestorable";
        }

        @Override
        public String capture() {
            return "here";
        }

        @Override
        public void restore(String value) {
            throw new IllegalStateException("planted");
        }
    }

    /** Is not what it was after it was restored. */
    public static final class Forgetful implements ContextValue<String> {
        @Override
        public String name() {
            return "forgetful";
        }

        @Override
        public String capture() {
            return Tenant.here() == null ? "public" : Tenant.here();
        }

        @Override
        public void restore(String value) {}
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T sneaky(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void captureThrowsAnythingAtAll_callBypasses() throws Exception {
        Rigged method = rig.plain(Terms.standard().varyBy(List.of(Broken.class)), arguments -> "value");
        assertThat(method.call("k")).isEqualTo("value");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.BYPASSED);
    }

    @Test
    void restoreThrows_isolatedCallIsRefusedAndNotComputed() {
        Rigged method = rig.plain(
                Terms.standard().isolated().varyBy(List.of(Unrestorable.class)),
                arguments -> computations.incrementAndGet());
        assertThatThrownBy(() -> method.call("k"))
                .isInstanceOf(ColdCacheException.class)
                .hasMessageContaining("MEMO0326");
        assertThat(computations).hasValue(0);
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.REFUSED);
    }

    @Test
    void restoreHasNoEffect_renewalIsNotRun() throws Exception {
        Rigged method = rig.plain(
                Terms.twoLimits().varyBy(List.of(Forgetful.class)), arguments -> computations.incrementAndGet());
        Tenant.as("acme", () -> method.call("k"));
        rig.clock().advance(STALE_AGE);
        Tenant.as("acme", () -> method.call("k"));
        rig.executor().runAll();
        assertThat(computations).hasValue(1);
        assertThat(rig.listener().count(RefreshEvent.FAILED)).isOne();
    }

    /** Asks the running computation instead of the call. */
    public static final class Asking implements KeyGenerator, VersionSource, CacheIf {
        private static final ThreadLocal<Rigged> ASKED = new ThreadLocal<>();

        @Override
        public Object key(MemoizedCall call) {
            return List.of(call.arguments().get(0), seenBy(ASKED.get()));
        }

        @Override
        public Object version(MemoizedCall call) {
            return seenBy(ASKED.get());
        }

        @Override
        public boolean test(MemoizedCall call, Object result) {
            return seenBy(ASKED.get()).equals(result);
        }
    }

    @Test
    void generatorConditionAndSource_seeWhatTheComputationSees() throws Exception {
        Rigged method = rig.plain(
                Terms.standard()
                        .varyBy(List.of(Tenant.class))
                        .keyGenerator(Asking.class)
                        .versionedBy(Asking.class)
                        .cacheIf(Asking.class),
                arguments -> Tenant.here());
        Asking.ASKED.set(method);
        try {
            assertThat(Tenant.as("acme", () -> method.call("k"))).isEqualTo("acme");
            assertThat(Tenant.as("acme", () -> method.call("k"))).isEqualTo("acme");
        } finally {
            Asking.ASKED.remove();
        }
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.FRESH);
    }

    @Test
    void isolatedStage_takesTooLong_isRefusedAndItsThreadInterrupted() throws Exception {
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Rigged method = rig.stage(Terms.standard().isolated(), arguments -> {
            begun.complete(null);
            try {
                new CompletableFuture<>().get();
            } catch (InterruptedException expected) {
                interrupted.complete(true);
            }
            return CompletableFuture.completedFuture("late");
        });
        CompletionStage<Object> stage = method.stage("k");
        begun.join();
        rig.clock().advance(Terms.standard().longest());
        try (Callers<Object> waiting = Callers.start(
                "waiting", 1, number -> stage.toCompletableFuture().join())) {
            assertThat(waiting.failures()).singleElement().satisfies(failure -> assertThat(failure)
                    .hasCauseInstanceOf(ColdCacheException.class));
        }
        assertThat(interrupted.join()).isTrue();
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.REFUSED);
        assertThat(rig.clock().pending()).isZero();
    }
}
