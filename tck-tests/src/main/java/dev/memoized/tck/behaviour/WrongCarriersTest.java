package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Annotations that carry ours where no container hears it fail the deployment, and so do two at once. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongCarriersTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongCarriers.class);
    }

    private static Stream<Arguments> carriers() {
        return Stream.of(
                Arguments.of(WrongCarriers.TwoOnMethod.class, "MEMO0180", "[@Daily, @Hourly]"),
                Arguments.of(WrongCarriers.TwoOnClass.class, "MEMO0180", "[@Daily, @Hourly]"),
                Arguments.of(WrongCarriers.UnheardOnMethod.class, "MEMO0181", "@Plain carries @Memoized"),
                Arguments.of(WrongCarriers.UnheardOnClass.class, "MEMO0181", "@Plain carries @Memoized"),
                Arguments.of(WrongCarriers.UnheardAbove.class, "MEMO0181", "@PlainAbove carries @Memoized"),
                Arguments.of(WrongCarriers.UnheardChange.class, "MEMO0181", "@PlainChange carries @CacheInvalidate"),
                Arguments.of(WrongCarriers.HitThatChanges.class, "MEMO0148", "titles"),
                Arguments.of(WrongCarriers.NothingCovered.class, "MEMO0108", "none of its methods"));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void wrong_carrier_is_refused(Class<?> bean, String id, String word) {
        refused.assertTold(bean, id, word);
    }

    @Test
    void stereotype_on_a_method_is_refused() {
        refused.assertTold(WrongCarriers.StereotypeOnMethod.class, "MEMO0181", "@OfClasses carries @Memoized");
    }

    @Test
    void what_an_element_says_itself_needs_no_other_to_be_right() {
        assertThat(refused.problemsOf(WrongCarriers.Blameless.class)).isEmpty();
    }
}
