package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.CONTEXT_NOT_IN_KEY;
import static dev.memoized.impl.proof.Defect.JOINED_CONTEXT_TEXT;
import static dev.memoized.impl.proof.Defect.KEY_BY_IDENTITY;
import static dev.memoized.impl.proof.Defect.KEY_BY_IDENTITY_TEXT;
import static dev.memoized.impl.proof.Defect.KEY_WITHOUT_METHOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import dev.memoized.impl.engine.Terms;
import dev.memoized.impl.proof.Memoizing.Other;
import dev.memoized.impl.proof.Request.Language;
import dev.memoized.impl.proof.Request.Tenant;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import java.util.List;

@Rule(
        number = "R8",
        says = "The namespace and the context values are in the key; an argument without value equality has no key, and"
                + " its call bypasses the cache.")
class R8EachToItsOwnTest extends RuleChecks {
    private static final String OTHER = "other";

    private Other openTwo(Memoizing memoizing) {
        memoizing.open(Terms.twoLimits(), arguments -> "this-" + computations.incrementAndGet());
        return memoizing.beside(OTHER, Terms.twoLimits(), arguments -> "other-" + computations.incrementAndGet());
    }

    @Kills(KEY_WITHOUT_METHOD)
    void C45_twoMethodsAndTheSameArguments_eachHasItsOwnValue(Memoizing memoizing) throws Exception {
        Other other = openTwo(memoizing);
        assertThat(memoizing.call("k")).isEqualTo("this-1");
        assertThat(other.call("k")).isEqualTo("other-2");
        assertThat(memoizing.call("k")).isEqualTo("this-1");
        assertThat(other.call("k")).isEqualTo("other-2");
    }

    @Kills(KEY_WITHOUT_METHOD)
    void C45_twoMethodsAtOnce_neitherJoinsTheOther(Memoizing memoizing) throws Exception {
        Other other = openTwo(memoizing);
        memoizing.gate().hold(Place.COMPUTED, Terms.NAME);
        try (Callers<Object> held = memoizing.start(1, "k")) {
            memoizing.gate().awaitReached(Place.COMPUTED, Terms.NAME, 1);
            assertThat(other.call("k")).isEqualTo("other-2");
            memoizing.gate().open(Place.COMPUTED, Terms.NAME);
            assertThat(held.values()).containsExactly("this-1");
        }
        assertThat(other.call("k")).isEqualTo("other-2");
    }

    @Kills(KEY_WITHOUT_METHOD)
    void C45_bothAreStale_eachIsRenewedByItself(Memoizing memoizing) throws Exception {
        Other other = openTwo(memoizing);
        memoizing.call("k");
        other.call("k");
        memoizing.advance(11);
        memoizing.call("k");
        other.call("k");
        assertThat(memoizing.executor().runAll()).isEqualTo(2);
        assertThat(memoizing.call("k")).isEqualTo("this-3");
        assertThat(other.call("k")).isEqualTo("other-4");
    }

    @Kills(KEY_WITHOUT_METHOD)
    void C45_oneIsInvalidatedOrSet_theOtherStays(Memoizing memoizing) throws Exception {
        Other other = openTwo(memoizing);
        assertThat(other.call("k")).isEqualTo("other-1");
        memoizing.set("by hand", "k");
        assertThat(other.call("k")).isEqualTo("other-1");
        memoizing.invalidate("k");
        assertThat(other.call("k")).isEqualTo("other-1");
        assertThat(memoizing.call("k")).isEqualTo("this-2");
    }

    /** Without equality; two of them may read alike, as when an address is used again. */
    private static final class Nameless {
        static final String TEXT = "Nameless@1a2b";

        @Override
        public String toString() {
            return TEXT;
        }
    }

    @Kills({KEY_BY_IDENTITY, KEY_BY_IDENTITY_TEXT})
    void C47_sameArgumentWithoutEqualityTwice_itIsComputedTwice(Memoizing memoizing) throws Exception {
        Nameless same = new Nameless();
        assertBypassed(memoizing, List.of(same, same));
    }

    @Kills(KEY_BY_IDENTITY_TEXT)
    void C47_argumentsWithoutEqualityReadAlike_theyNeverMeet(Memoizing memoizing) throws Exception {
        assertBypassed(memoizing, List.of(new Nameless(), new Nameless()));
        assertThat(memoizing.call(Nameless.TEXT)).isEqualTo("value-3");
        assertThat(memoizing.call(new Nameless())).isEqualTo("value-4");
    }

    @Kills({KEY_BY_IDENTITY, KEY_BY_IDENTITY_TEXT})
    void C47_insideOfAContainer_itIsTheSame(Memoizing memoizing) throws Exception {
        Nameless same = new Nameless();
        List<Object> list = List.of("a", same);
        Object[] array = {same};
        assertBypassed(memoizing, List.of(list, list, array, array));
    }

    private void assertBypassed(Memoizing memoizing, List<Object> arguments) throws Exception {
        memoizing.open(Terms.twoLimits(), counting());
        for (int i = 1; i <= arguments.size(); i++) {
            assertThat(memoizing.call(new Object[] {arguments.get(i - 1)})).isEqualTo("value-" + i);
        }
        assertThat(memoizing.count(Outcome.BYPASSED)).isEqualTo(arguments.size());
    }

    @Kills({JOINED_CONTEXT_TEXT, CONTEXT_NOT_IN_KEY})
    void C51_contextValuesThatRunTogetherAsText_areDifferentKeys(Memoizing memoizing) throws Exception {
        List<Request> all = List.of(
                Request.of("a,b").with(Language.class, "c"),
                Request.of("a").with(Language.class, "b,c"),
                Request.of("c").with(Language.class, "a,b"),
                Request.of("b").with(Language.class, "a"),
                Request.of("a").with(Language.class, "b"));
        memoizing.open(Terms.standard().varyBy(List.of(Tenant.class, Language.class)), counting());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).call(() -> memoizing.call("k"))).isEqualTo("value-" + (i + 1));
            }
        }
    }
}
