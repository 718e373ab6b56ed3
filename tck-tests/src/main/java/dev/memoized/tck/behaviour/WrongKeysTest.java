package dev.memoized.tck.behaviour;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Arguments that make no key fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongKeysTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongKeys.class);
    }

    @Test
    void argument_without_equality_is_refused() {
        refused.assertTold(WrongKeys.ArgumentWithoutEquality.class, "titles", "key");
    }

    @Test
    void array_of_arguments_without_equality_is_refused() {
        refused.assertTold(WrongKeys.ArrayOfNoEquality.class, "titles", "key");
    }

    @Test
    void list_of_arguments_without_equality_is_refused() {
        refused.assertTold(WrongKeys.ListOfNoEquality.class, "titles", "key");
    }

    @Test
    void function_as_argument_is_refused() {
        refused.assertTold(WrongKeys.FunctionArgument.class, "titles", "key");
    }

    @Test
    void CacheKey_with_CacheKeyIgnore_is_refused() {
        refused.assertTold(WrongKeys.MixedMarks.class, "titles", "CacheKeyIgnore");
    }

    @Test
    void CacheKey_beside_a_keyGenerator_is_refused() {
        refused.assertTold(WrongKeys.KeyBesideGenerator.class, "titles", "CacheKey");
    }

    @Test
    void CacheKeyIgnore_beside_a_keyGenerator_is_refused() {
        refused.assertTold(WrongKeys.IgnoreBesideGenerator.class, "titles", "CacheKeyIgnore");
    }

    @Test
    void CacheKey_on_a_method_that_is_not_memoized_is_refused() {
        refused.assertTold(WrongKeys.KeyAlone.class, "titles", "CacheKey");
    }

    @Test
    void CacheKeyIgnore_on_a_method_that_is_not_memoized_is_refused() {
        refused.assertTold(WrongKeys.IgnoreAlone.class, "titles", "CacheKeyIgnore");
    }
}
