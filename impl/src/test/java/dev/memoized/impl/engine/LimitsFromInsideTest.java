package dev.memoized.impl.engine;

import static dev.memoized.CurrentComputation.FOREVER;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CurrentComputation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A computation decides how long its value is good. Kills "the store keeps it as long as the method says", "a limit of its
 * own is judged, but not kept" and "what is said by one computation holds for the next".
 */
class LimitsFromInsideTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Rig rig = Rig.create();
    private final Speaking body = new Speaking();

    private void advance(long seconds) {
        rig.clock().advance(Duration.ofSeconds(seconds));
    }

    @Test
    void shorterLife_endsEarlier_andTheNextValueLivesAsTheMethodSays() throws Exception {
        Rigged method = body.then(current -> current.expireAfter(SECOND)).in(rig, Terms.standard());
        method.call("k");
        advance(1);
        assertThat(method.call("k")).as("exactly as old").isEqualTo("value-1");
        rig.clock().advance(Duration.ofNanos(1));
        assertThat(method.call("k")).isEqualTo("value-2");
        advance(60);
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void longerLife_isKeptByTheStoreToo() throws Exception {
        Rigged method =
                body.then(current -> current.expireAfter(Duration.ofHours(1))).in(rig, Terms.standard());
        method.call("k");
        advance(3_600);
        assertThat(method.call("k")).isEqualTo("value-1");
        advance(1);
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void forever_doesNotEnd() throws Exception {
        Rigged method = body.then(current -> current.expireAfter(FOREVER)).in(rig, Terms.standard());
        method.call("k");
        rig.clock().advance(Duration.ofDays(10_000));
        assertThat(method.call("k")).isEqualTo("value-1");
    }

    @Test
    void life_isCountedFromTheStartOfTheComputation() throws Exception {
        Rigged method = body.then(current -> {
                    advance(8);
                    current.expireAfter(Duration.ofSeconds(10));
                })
                .in(rig, Terms.standard());
        method.call("k");
        advance(2);
        assertThat(method.call("k")).isEqualTo("value-1");
        advance(1);
        assertThat(method.call("k")).isEqualTo("value-2");
    }

    @Test
    void lifeOfNothing_valueIsNotStored_andWhatWasThereStays() throws Exception {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            Rig own = Rig.create();
            Speaking renewing = new Speaking().then(current -> {}).then(current -> current.expireAfter(none));
            Rigged method = renewing.in(own, Terms.twoLimits());
            method.call("k");
            own.clock().advance(Duration.ofSeconds(11));
            method.call("k");
            own.executor().runAll();
            assertThat(method.call("k")).isEqualTo("value-1");
        }
    }

    @Test
    void lastWordHolds() throws Exception {
        Rigged method = body.then(current -> {
                    current.expireAfter(Duration.ZERO);
                    current.expireAfter(SECOND);
                    current.refreshAfter(Duration.ZERO);
                    current.refreshAfter(FOREVER);
                })
                .in(rig, Terms.twoLimits());
        method.call("k");
        advance(1);
        method.call("k");
        advance(1);
        method.call("k");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void refreshAfterWhereTheMethodHasNone_valueBecomesStale() throws Exception {
        Rigged method = body.then(current -> current.refreshAfter(SECOND)).in(rig, Terms.standard());
        method.call("k");
        advance(1);
        method.call("k");
        advance(1);
        assertThat(method.call("k")).isEqualTo("value-1");
        rig.executor().runAll();
        assertThat(method.call("k")).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, STALE, FRESH);
    }

    @Test
    void refreshAfterNothing_eachLaterCallHasItRenewed() throws Exception {
        Rigged method =
                body.then(current -> current.refreshAfter(Duration.ZERO)).in(rig, Terms.standard());
        method.call("k");
        rig.clock().advance(Duration.ofNanos(1));
        method.call("k");
        assertThat(rig.executor().size()).isOne();
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE);
    }

    @Test
    void freshBeyondWaitAfter_isFresh() throws Exception {
        Terms terms = Terms.twoLimits().waitAfter("20s");
        Rigged method = body.then(current -> current.refreshAfter(Duration.ofSeconds(30)))
                .in(rig, terms);
        method.call("k");
        advance(30);
        method.call("k");
        advance(1);
        method.call("k");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void freshUntilItEnds_isNeverStale() throws Exception {
        Rigged method = body.then(current -> {
                    current.refreshAfter(Duration.ofHours(1));
                    current.expireAfter(Duration.ofSeconds(20));
                })
                .in(rig, Terms.twoLimits());
        method.call("k");
        advance(20);
        method.call("k");
        advance(1);
        method.call("k");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, COMPUTED);
    }

    @Test
    void eagerRefresh_isAShareOfItsOwnLimit() throws Exception {
        Terms terms = Terms.twoLimits().eagerRefresh(0.5);
        Rigged method = body.then(current -> current.refreshAfter(Duration.ofSeconds(40)))
                .in(rig, terms);
        method.call("k");
        advance(20);
        method.call("k");
        assertThat(rig.executor().size()).isZero();
        advance(1);
        method.call("k");
        assertThat(rig.executor().size()).isOne();
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, FRESH);
    }

    @Test
    void nothing_livesAsItSaysToo() throws Exception {
        Terms terms = Terms.standard().setting("memoized.default.null-expire-after", "1s");
        CurrentComputation[] current = new CurrentComputation[1];
        int[] computations = new int[1];
        Rigged method = rig.plain(terms, arguments -> {
            computations[0]++;
            current[0].expireAfter(Duration.ofSeconds(30));
            return null;
        });
        current[0] = method.current();
        method.call("k");
        advance(30);
        method.call("k");
        assertThat(computations[0]).isOne();
    }

    @Test
    void computationTakesLongerThanItsValueLives_valueIsNotServedAgain() throws Exception {
        Rigged method = body.then(current -> {
                    current.expireAfter(SECOND);
                    advance(2);
                })
                .in(rig, Terms.standard());
        assertThat(method.call("k")).isEqualTo("value-1");
        assertThat(method.call("k")).isEqualTo("value-2");
    }
}
