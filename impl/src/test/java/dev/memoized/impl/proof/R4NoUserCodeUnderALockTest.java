package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.USER_CODE_UNDER_MAP_LOCK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.testing.Callers;
import java.util.concurrent.CountDownLatch;

@Rule(number = "R4", says = "No user code under a lock.")
class R4NoUserCodeUnderALockTest extends RuleChecks {

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void oneKeyIsComputed_allElseGoesOn(Memoizing memoizing) throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        memoizing.open(Terms.standard(), arguments -> {
            if (arguments[0].equals("slow")) {
                inside.countDown();
                end.await();
            }
            return arguments[0];
        });
        try (Callers<Object> slow = memoizing.start(1, "slow")) {
            inside.await();
            for (int key = 0; key < 100; key++) {
                assertThat(memoizing.call(key)).isEqualTo(key);
            }
            memoizing.invalidate(0);
            memoizing.invalidateAll(InvalidationMode.SOFT);
            end.countDown();
            assertThat(slow.values()).containsExactly("slow");
        }
    }

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void computationCallsForKeysOfTheSameHash_itWorks(Memoizing memoizing) throws Exception {
        memoizing.open(
                Terms.standard(),
                arguments -> arguments[0].equals("AaAa")
                        ? memoizing.call("BBBB") + "+" + memoizing.call("AaBB") + "+" + memoizing.call("BBAa")
                        : arguments[0]);
        assertThat(memoizing.call("AaAa")).isEqualTo("BBBB+AaBB+BBAa");
        assertThat(memoizing.gate().count(Place.COMPUTED)).isEqualTo(4);
    }

    @Kills(USER_CODE_UNDER_MAP_LOCK)
    void computationInvalidates_itWorks(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), arguments -> {
            memoizing.invalidate(arguments);
            memoizing.invalidateAll(InvalidationMode.HARD);
            return "value-" + computations.incrementAndGet();
        });
        assertThat(memoizing.call("k")).isEqualTo("value-1");
        assertThat(memoizing.call("k")).isEqualTo("value-2");
    }
}
