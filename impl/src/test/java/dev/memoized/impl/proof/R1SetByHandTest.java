package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.NO_LEASE;
import static dev.memoized.impl.proof.Defect.SET_DOES_NOT_DETACH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.Refresh;
import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;

@Rule(
        number = "R1",
        says = "A value that was set by hand voids the leases of its key: what is being computed answers those who came"
                + " before, and is not stored.")
class R1SetByHandTest extends RuleChecks {

    @Kills({NO_LEASE, SET_DOES_NOT_DETACH})
    void C04_setBeforeTheComputationBegins_theSetValueStays(Memoizing memoizing) throws Exception {
        setValueStays(memoizing, Place.LEASED);
    }

    @Kills({NO_LEASE, SET_DOES_NOT_DETACH})
    void C04_setDuringComputation_theSetValueStays(Memoizing memoizing) throws Exception {
        setValueStays(memoizing, Place.COMPUTED);
    }

    private void setValueStays(Memoizing memoizing, Place place) throws Exception {
        memoizing.open(Terms.standard(), counting());
        try (Callers<Object> leader = memoizing.startAndHold(place, "k");
                Callers<Object> before = memoizing.startFollowers(3, "k")) {
            memoizing.set("by hand", "k");
            assertThat(memoizing.call("k")).as("while it is computed").isEqualTo("by hand");
            memoizing.gate().open(place);
            assertThat(leader.values()).containsExactly("value-1");
            assertThat(before.values()).containsOnly("value-1");
        }
        assertThat(memoizing.call("k")).isEqualTo("by hand");
        assertThat(memoizing.count(Outcome.FRESH)).isEqualTo(2);
    }

    @Kills({NO_LEASE, SET_DOES_NOT_DETACH})
    void C04_setDuringRefresh_theSetValueStays(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        memoizing.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        try (Callers<Boolean> refresh = memoizing.renewAndHold(Place.COMPUTED)) {
            memoizing.set("by hand", "k");
            memoizing.gate().open(Place.COMPUTED);
            refresh.values();
        }
        assertThat(memoizing.call("k")).isEqualTo("by hand");
        assertThat(computations).hasValue(2);
    }

    @Kills({NO_LEASE, SET_DOES_NOT_DETACH})
    void C04_setDuringCallerRefresh_theSetValueStays(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.twoLimits().refresh(Refresh.CALLER), counting());
        memoizing.call("k");
        memoizing.advance(11);
        try (Callers<Object> renewing = memoizing.startAndHold(Place.COMPUTED, "k")) {
            memoizing.set("by hand", "k");
            memoizing.gate().open(Place.COMPUTED);
            assertThat(renewing.values()).containsExactly("value-2");
        }
        assertThat(memoizing.call("k")).isEqualTo("by hand");
    }
}
