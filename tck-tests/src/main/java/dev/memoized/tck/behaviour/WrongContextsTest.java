package dev.memoized.tck.behaviour;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Context values that make no sense fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongContextsTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongContexts.class);
    }

    @Test
    void context_value_that_is_named_twice_is_refused() {
        refused.assertTold(
                WrongContexts.VaryByTwice.class, "MEMO0128", "titles", "varyBy", Market.Tenant.class.getName());
    }

    @Test
    void context_value_without_equality_is_refused() {
        refused.assertTold(
                WrongContexts.ContextWithoutEquality.class,
                "MEMO0129",
                "titles",
                "varyBy",
                WrongContexts.CurrentSession.class.getName(),
                WrongContexts.Session.class.getName());
    }

    @Test
    void context_value_that_the_result_is_independent_of_is_refused() {
        refused.assertTold(
                WrongContexts.BothDependentAndNot.class,
                "MEMO0130",
                "titles",
                "independentOf",
                Market.Currency.class.getName());
    }

    @Test
    void common_name_with_other_context_values_is_refused() {
        refused.assertTold(WrongContexts.SharedNameOtherContext.class, "MEMO0122", "titles", "name", "varyBy");
    }

    @Test
    void common_name_with_and_without_context_values_is_refused() {
        refused.assertTold(WrongContexts.SharedNameWithoutContext.class, "MEMO0122", "titles", "name", "varyBy");
    }
}
