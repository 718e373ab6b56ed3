package dev.memoized.impl.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.MemoizedException;
import dev.memoized.Observed;
import dev.memoized.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchesTest {
    private final Watches watches = new Watches();

    @AfterEach
    void threadCarriesNoWatch() {
        assertThat(watches.current()).isNull();
        watches.resume(
                new Watch(null),
                () -> watches.resume(null, () -> assertThat(watches.current()).isNull()));
    }

    @Test
    void callThrows_itIsThrownAndTheThreadCarriesNoWatch() {
        Exception failure = new Exception("down");
        assertThatThrownBy(() -> watches.observe(() -> {
                    assertThat(watches.current()).isNotNull();
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(watches.current()).isNull();
        assertThatThrownBy(() -> watches.observeAsync(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }

    @Test
    void observersThrowInsideEachOther_theOuterOnesWatchIsCarriedOn() throws Exception {
        Observed<String> outer = watches.observe(() -> {
            Watch mine = watches.current();
            assertThatThrownBy(() -> watches.observe(() -> {
                        throw new IllegalStateException("inner");
                    }))
                    .hasMessage("inner");
            assertThat(watches.current()).isSameAs(mine);
            watches.tell(Outcome.FRESH, 7);
            return "value";
        });
        assertThat(outer).isEqualTo(new Observed<>("value", Outcome.FRESH, Duration.ofNanos(7)));
    }

    @Test
    void nothingEnds_isRefused() {
        assertThatThrownBy(() -> watches.observe(() -> "value"))
                .isInstanceOf(MemoizedException.class)
                .hasMessageStartingWith("MEMO0323");
    }

    @Test
    void nothingEndsBeforeTheStage_itsObserverIsRefused() throws Exception {
        CompletionStage<Observed<String>> observer =
                watches.observeAsync(() -> CompletableFuture.completedFuture("value"));
        assertThatThrownBy(() -> observer.toCompletableFuture().join())
                .hasCauseInstanceOf(MemoizedException.class)
                .hasMessageContaining("MEMO0323");
    }

    @Test
    void valueIsNoneOrNull_ageIsZeroAndNullIsThere() throws Exception {
        Observed<String> observed = watches.observe(() -> {
            watches.tell(Outcome.BYPASSED, -1);
            return null;
        });
        assertThat(observed).isEqualTo(new Observed<>(null, Outcome.BYPASSED, Duration.ZERO));
    }

    @Test
    void callEndsAfterItsObserverHasGone_nobodyIsTold() throws Exception {
        List<Watch> gone = new ArrayList<>();
        Observed<String> first = watches.observe(() -> {
            gone.add(watches.current());
            watches.tell(Outcome.FRESH, 1);
            return "value";
        });
        Observed<String> second = watches.observe(() -> {
            watches.tell(Outcome.STALE, 2);
            watches.resume(gone.get(0), () -> watches.tell(Outcome.FAILED, -1));
            return "value";
        });
        assertThat(List.of(first.outcome(), second.outcome())).containsExactly(Outcome.FRESH, Outcome.STALE);
    }

    @Test
    void stageIsObserved_whatDependsOnItIsNot() throws Exception {
        CompletableFuture<String> source = new CompletableFuture<>();
        List<Watch> carried = new ArrayList<>();
        Watch[] mine = new Watch[1];
        CompletionStage<Void> dependant = watches.observeAsync(() -> {
                    mine[0] = watches.current();
                    return source;
                })
                .thenAccept(observed -> carried.add(watches.current()));
        watches.resume(mine[0], () -> {
            watches.tell(Outcome.COMPUTED, 0);
            source.complete("value");
        });
        assertThat(dependant).isCompleted();
        assertThat(carried).hasSize(1).containsOnlyNulls();
    }

    @Test
    void computationRuns_itsCallsAreNotObserved() throws Exception {
        Observed<String> observed = watches.observe(() -> {
            watches.tell(Outcome.COMPUTED, 0);
            return watches.unwatched(() -> {
                watches.tell(Outcome.FAILED, -1);
                return "value";
            });
        });
        assertThat(observed.outcome()).isEqualTo(Outcome.COMPUTED);
    }
}
