package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.RefreshEvent.FAILED;
import static dev.memoized.RefreshEvent.REJECTED;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.ColdCacheException;
import dev.memoized.MemoizedEntry;
import dev.memoized.Remembered;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a handle renews the entry of a call. */
@Timeout(60)
class HandleRenewalsTest {
    private final AtomicInteger computations = new AtomicInteger();
    private final Rig rig = Rig.create();
    private final Rigged method = rig.plain(Terms.twoLimits(), this::compute);
    private final MemoizedEntry<Object> entry = method.memoized().entry(() -> method.call("k"));
    private volatile Exception failure;

    private Object compute(Object... arguments) throws Exception {
        int number = computations.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return arguments[0] + "#" + number;
    }

    @AfterEach
    void letGo() {
        rig.gate().close();
    }

    private Object value() {
        return entry.lookup().map(Remembered::value).orElse(null);
    }

    @Test
    void refreshing_now_computes_whatever_is_remembered() throws Exception {
        method.call("k");
        assertThat(entry.refreshNow()).isEqualTo("k#2");
        assertThat(value()).isEqualTo("k#2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED);
        assertThat(rig.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
    }

    @Test
    void failure_of_refreshing_now_is_thrown_and_what_was_remembered_stays() throws Exception {
        method.call("k");
        failure = new IOException("down");
        assertThatThrownBy(entry::refreshNow).isSameAs(failure);
        assertThat(value()).isEqualTo("k#1");
        assertThat(rig.listener().refreshEvents()).containsExactly(STARTED, FAILED);
        assertThat(method.flights()).isZero();
    }

    @Test
    void refreshing_now_takes_over_a_computation_that_is_under_way() throws Exception {
        rig.gate().hold(Place.LEASED);
        try (Callers<Object> leader = Callers.start(1, number -> method.call("k"))) {
            rig.gate().awaitReached(Place.LEASED, 1);
            try (Callers<Object> refreshing = Callers.start(1, number -> entry.refreshNow())) {
                rig.gate().awaitReached(Place.LEASED, 2);
                rig.gate().open(Place.LEASED);
                assertThat(refreshing.values()).containsAnyOf("k#1", "k#2");
                assertThat(leader.values()).containsAnyOf("k#1", "k#2");
                assertThat(value()).isEqualTo(refreshing.values().get(0));
            }
        }
    }

    @Test
    void refreshing_now_computes_on_a_thread_of_its_own() throws Exception {
        CompletableFuture<Thread> computing = new CompletableFuture<>();
        Rigged other = rig.plain(Terms.standard(), arguments -> computing.complete(Thread.currentThread()));
        other.memoized().entry(() -> other.call("k")).refreshNow();
        assertThat(computing.getNow(null)).isNotNull().isNotSameAs(Thread.currentThread());
    }

    @Test
    void refreshing_now_waits_no_longer_than_a_computation_may_take() throws Exception {
        CompletableFuture<Object> never = new CompletableFuture<>();
        CompletableFuture<Object> begun = new CompletableFuture<>();
        Rigged slow = rig.plain(Terms.standard().longest(Duration.ofMinutes(1)), arguments -> {
            begun.complete("begun");
            return never.get();
        });
        MemoizedEntry<Object> ofSlow = slow.memoized().entry(() -> slow.call("k"));
        try (Callers<Object> refreshing = Callers.start(1, number -> ofSlow.refreshNow())) {
            begun.get(1, TimeUnit.MINUTES);
            rig.clock().awaitWaiters(1);
            rig.clock().advance(Duration.ofSeconds(61));
            assertThat(refreshing.failures()).singleElement().isInstanceOf(ColdCacheException.class);
        }
        assertThat(slow.flights()).isZero();
    }

    @Test
    void refreshing_behind_renews_what_is_fresh() throws Exception {
        method.call("k");
        assertThat(entry.refreshInBackground()).isTrue();
        assertThat(value()).isEqualTo("k#1");
        rig.executor().runAll();
        assertThat(value()).isEqualTo("k#2");
        assertThat(rig.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
    }

    @Test
    void refreshing_behind_computes_what_is_not_remembered() {
        assertThat(entry.refreshInBackground()).isTrue();
        rig.executor().runAll();
        assertThat(value()).isEqualTo("k#1");
    }

    @Test
    void refreshing_behind_twice_renews_once() {
        assertThat(entry.refreshInBackground()).isTrue();
        assertThat(entry.refreshInBackground()).isTrue();
        assertThat(rig.executor().runAll()).isOne();
        assertThat(computations).hasValue(1);
    }

    @Test
    void refreshing_behind_is_turned_away_when_there_is_no_room() {
        rig.executor().refuse(true);
        assertThat(entry.refreshInBackground()).isFalse();
        assertThat(rig.listener().refreshEvents()).containsExactly(REJECTED);
    }

    @Test
    void failure_behind_leaves_what_was_remembered() throws Exception {
        method.call("k");
        failure = new IOException("down");
        entry.refreshInBackground();
        rig.executor().runAll();
        assertThat(value()).isEqualTo("k#1");
        assertThat(rig.listener().refreshEvents()).containsExactly(STARTED, FAILED);
    }

    @Test
    void value_of_a_stage_is_remembered_without_it() throws Exception {
        Rigged stage = rig.stage(Terms.standard(), arguments -> CompletableFuture.completedFuture(compute(arguments)));
        MemoizedEntry<Object> ofStage = stage.memoized().entryAsync(() -> stage.stage("k"));
        assertThat(ofStage.refreshNow()).isEqualTo("k#1");
        assertThat(ofStage.lookup().orElseThrow().value()).isEqualTo("k#1");
        ofStage.put("mine");
        assertThat(stage.stage("k").toCompletableFuture()).isCompletedWithValue("mine");
    }

    @Test
    void method_that_is_switched_off_remembers_nothing() throws Exception {
        Rigged off = rig.plain(Terms.standard().setting("memoized.enabled", "false"), this::compute);
        MemoizedEntry<Object> ofOff = off.memoized().entry(() -> off.call("k"));
        assertThat(ofOff.put("mine")).isFalse();
        assertThat(ofOff.refreshInBackground()).isFalse();
        assertThat(ofOff.refreshNow()).isEqualTo("k#1");
        assertThat(ofOff.contains()).isFalse();
    }
}
