package dev.memoized.tck.behaviour;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Members that make no sense fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongMembersTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongMembers.class);
    }

    @Test
    void unreadable_refreshAfter_is_refused() {
        refused.assertTold(WrongMembers.UnreadableRefreshAfter.class, "titles", "refreshAfter");
    }

    @Test
    void unreadable_expireAfter_is_refused() {
        refused.assertTold(WrongMembers.UnreadableExpireAfter.class, "titles", "expireAfter");
    }

    @Test
    void unreadable_waitAtMost_is_refused() {
        refused.assertTold(WrongMembers.UnreadableWaitAtMost.class, "titles", "waitAtMost");
    }

    @Test
    void negative_refreshAfter_is_refused() {
        refused.assertTold(WrongMembers.NegativeRefreshAfter.class, "titles", "refreshAfter");
    }

    @Test
    void negative_expireAfter_is_refused() {
        refused.assertTold(WrongMembers.NegativeExpireAfter.class, "titles", "expireAfter");
    }

    @Test
    void negative_waitAtMost_is_refused() {
        refused.assertTold(WrongMembers.NegativeWaitAtMost.class, "titles", "waitAtMost");
    }

    @Test
    void expireAfter_of_zero_is_refused() {
        refused.assertTold(WrongMembers.ZeroExpireAfter.class, "titles", "expireAfter");
    }

    @Test
    void waitAtMost_of_zero_is_refused() {
        refused.assertTold(WrongMembers.ZeroWaitAtMost.class, "titles", "waitAtMost");
    }

    @Test
    void refreshAfter_equal_to_expireAfter_is_refused() {
        refused.assertTold(WrongMembers.RefreshAsLateAsExpiry.class, "titles", "refreshAfter");
    }

    @Test
    void refreshAfter_above_expireAfter_is_refused() {
        refused.assertTold(WrongMembers.RefreshAfterExpiry.class, "titles", "refreshAfter");
    }

    @Test
    void refreshAfter_above_the_default_of_expireAfter_is_refused() {
        refused.assertTold(WrongMembers.RefreshAfterDefaultExpiry.class, "titles", "refreshAfter");
    }

    @Test
    void refreshAfter_forever_is_refused() {
        refused.assertTold(WrongMembers.RefreshForever.class, "titles", "refreshAfter");
    }

    @Test
    void waitAtMost_with_FAIL_is_refused() {
        refused.assertTold(WrongMembers.WaitWithFail.class, "titles", "waitAtMost");
    }

    @Test
    void waitAtMost_with_COMPUTE_is_refused() {
        refused.assertTold(WrongMembers.WaitWithCompute.class, "titles", "waitAtMost");
    }

    @Test
    void CALLER_without_refreshAfter_is_refused() {
        refused.assertTold(WrongMembers.CallerWithoutRefreshAfter.class, "titles", "refresh");
    }

    @Test
    void expression_without_value_and_default_is_refused() {
        refused.assertTold(WrongMembers.KeyWithoutValue.class, "titles", "expireAfter");
    }

    @Test
    void unreadable_default_of_an_expression_is_refused() {
        refused.assertTold(WrongMembers.UnreadableDefault.class, "titles", "expireAfter");
    }

    @Test
    void blank_name_is_refused() {
        refused.assertTold(WrongMembers.BlankName.class, "titles", "name");
    }

    @Test
    void name_with_a_control_character_is_refused() {
        refused.assertTold(WrongMembers.NameWithControlCharacter.class, "titles", "name");
    }

    @Test
    void name_with_quotes_is_refused() {
        refused.assertTold(WrongMembers.NameWithQuotes.class, "titles", "name");
    }

    @Test
    void name_of_more_than_200_characters_is_refused() {
        refused.assertTold(WrongMembers.LongName.class, "titles", "name");
    }

    @Test
    void schema_with_a_control_character_is_refused() {
        refused.assertTold(WrongMembers.SchemaWithControlCharacter.class, "titles", "schema");
    }

    @Test
    void common_name_with_another_result_type_is_refused() {
        refused.assertTold(WrongMembers.SharedNameOtherResult.class, "titles", "name");
    }

    @Test
    void common_name_with_another_key_type_is_refused() {
        refused.assertTold(WrongMembers.SharedNameOtherKey.class, "titles", "name");
    }

    @Test
    void backend_by_member_and_by_qualifier_is_refused() {
        refused.assertTold(WrongMembers.BackendTwice.class, "titles", "backend");
    }

    @Test
    void second_qualifier_is_refused() {
        refused.assertTold(WrongMembers.TwoQualifiers.class, "titles", "Archive");
    }
}
