package dev.memoized.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.TimeSource;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What this JVM knows of its leases. */
class HoldersTest {
    private final Holders holders = new Holders(TimeSource.ofMachine());
    private final Scope scope = new Scope("key", "cell", Set.of("mark"));
    private final CellLease lease = new CellLease(scope, "token", false, 5);

    private static Cell cell(long version, Right... rights) {
        return new Cell(Era.FIRST, version, null, List.of(rights));
    }

    private static Right right(String token) {
        return new Right(token, "node", false, 5, 1_000, 0);
    }

    @Test
    void cellWithoutTheLease_endsIt_whateverItsVersion() {
        holders.add(lease);
        assertThat(holders.given(lease)).isTrue();
        holders.changed("cell", cell(9, right("token")));
        assertThat(lease.isVoid()).isFalse();
        holders.changed("cell", cell(0));
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void changeOfThisJvm_endsWhatItHasTakenAway_andNothingElse() {
        CellLease later = new CellLease(scope, "later", false, 5);
        holders.add(lease);
        holders.add(later);
        holders.ended("cell", Set.of("token"));
        assertThat(lease.isVoid()).isTrue();
        assertThat(later.isVoid()).isFalse();
    }

    @Test
    void cellThatIsHeardOfBeforeItsGrant_endsNothing_andIsToldWithIt() {
        holders.add(lease);
        holders.changed("cell", cell(1));
        assertThat(lease.isVoid()).isFalse();
        assertThat(holders.given(lease)).isFalse();
    }

    @Test
    void markAboveIt_endsIt_unlessItsOwnValueIsOnItsWay() {
        CellLease claim = new CellLease(scope, "claim", true, 5);
        claim.storing();
        holders.add(lease);
        holders.add(claim);
        holders.raised("other", 9);
        assertThat(lease.isVoid()).isFalse();
        holders.raised("mark", 9);
        assertThat(lease.isVoid()).isTrue();
        assertThat(claim.isVoid()).isFalse();
    }

    @Test
    void endOfAll_letsWhoWaitsGoOn() {
        holders.add(lease);
        var change = holders.enter("cell");
        holders.endAll("cell");
        assertThat(change).isDone();
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void leaseOfWhoHangs_isNotSightedAnew() {
        ManualClock clock = new ManualClock();
        Sightings sightings = new Sightings(clock);
        Right hanging = right("hanging");
        sightings.see("cell", cell(1, hanging), 0);
        clock.advance(Duration.ofMinutes(10));
        sightings.see("cell", cell(1, hanging), 0);
        assertThat(sightings.left("cell", hanging)).isNotPositive();
        sightings.see("cell", cell(2, hanging.renewed(1_000)), 0);
        assertThat(sightings.left("cell", hanging.renewed(1_000))).isPositive();
    }

    /** A server that begins anew may give the version of before to another change. */
    @ParameterizedTest
    @CsvSource({"false, 50", "true, 60"})
    void lifeOfALease_countsFromItsChange_unlessVersionsHaveBegunAnew(boolean isForgotten, long seconds) {
        ManualClock clock = new ManualClock();
        Sightings sightings = new Sightings(clock);
        Right held = new Right("token", "node", false, 5, TimeUnit.SECONDS.toMicros(60), 0);
        sightings.heard("cell", 7);
        clock.advance(Duration.ofSeconds(10));
        if (isForgotten) {
            sightings.forget();
        }
        sightings.see("cell", cell(1, held), 7);
        assertThat(sightings.left("cell", held)).isEqualTo(TimeUnit.SECONDS.toNanos(seconds));
    }
}
