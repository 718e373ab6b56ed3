package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheIf;
import dev.memoized.MemoizedCall;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A condition that fails with an Error: kills "only a RuntimeException of cacheIf is caught". */
@Timeout(60)
class CacheIfErrorTest {
    /** A lease or a flight that is left refuses the next call, on the thread that asks. */
    private static final Terms TERMS =
            Terms.standard().cacheIf(WithoutItsClass.class).whenCold(WhenCold.FAIL);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();

    /** A condition whose class lacks another one. */
    public static final class WithoutItsClass implements CacheIf {
        @Override
        public boolean test(MemoizedCall call, Object result) {
            throw new NoClassDefFoundError("gone");
        }
    }

    @Test
    void cacheIfThrowsAnError_valueIsReturnedAndNotStored() throws Exception {
        Rigged method = rig.plain(TERMS, arguments -> value());
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.store().read(method.key("k"), rig.clock().nanos())).isNull();
        assertThat(method.flights()).isZero();
    }

    @Test
    void cacheIfThrowsAnError_nextCallComputesAtOnce() throws Exception {
        Rigged method = rig.plain(TERMS, arguments -> value());
        method.call("k");
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED);
        assertThat(rig.clock().moved()).isZero();
    }

    @Test
    void cacheIfOfACompletedStageThrowsAnError_nextCallComputesAtOnce() throws Exception {
        Rigged method = rig.stage(TERMS, arguments -> CompletableFuture.completedFuture(value()));
        assertThat(method.stage("k")).isCompletedWithValue("value-1");
        assertThat(method.stage("k")).isCompletedWithValue("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(Outcome.COMPUTED, Outcome.COMPUTED);
    }

    @Test
    void cacheIfOfALateStageThrowsAnError_valueIsReturnedAndNextCallComputesAtOnce() throws Exception {
        CompletableFuture<Object> late = new CompletableFuture<>();
        Rigged method = rig.stage(
                TERMS,
                arguments -> computations.incrementAndGet() == 1 ? late : CompletableFuture.completedFuture("second"));
        CompletionStage<Object> first = method.stage("k");
        late.complete("first");
        assertThat(first).isCompletedWithValue("first");
        assertThat(method.flights()).isZero();
        assertThat(method.stage("k")).isCompletedWithValue("second");
    }

    private Object value() {
        return "value-" + computations.incrementAndGet();
    }
}
