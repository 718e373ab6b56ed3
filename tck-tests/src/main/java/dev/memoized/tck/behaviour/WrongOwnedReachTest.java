package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What values of an instance would carry to others fails the deployment, and a taken name does. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongOwnedReachTest {
    private static final String REACHES = "MEMO0206";

    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.deploying(Scoped.in(
                WrongOwnedReach.class, OwnedReach.class, WrongSessions.class, WrongCures.class, Caller.class));
    }

    @Test
    void principal_of_an_instance_for_all_is_refused() {
        refused.assertTold(WrongOwnedReach.InstanceForAll.class, REACHES, "(InstanceForAll -> Principal)");
    }

    @Test
    void principal_of_a_dependent_instance_is_refused() {
        refused.assertTold(WrongOwnedReach.InstanceForSomebody.class, REACHES, "(InstanceForSomebody -> Principal)");
    }

    @Test
    void session_of_an_instance_for_all_is_refused() {
        refused.assertTold(WrongOwnedReach.InstanceOfCart.class, REACHES, "(InstanceOfCart -> Cart)");
    }

    @Test
    void principal_of_an_instance_of_a_session_is_refused() {
        refused.assertTold(WrongOwnedReach.SessionOfCaller.class, REACHES, "(SessionOfCaller -> Principal)");
    }

    @Test
    void conversation_of_an_instance_of_a_session_is_refused() {
        refused.assertTold(
                WrongOwnedReach.SessionOfConversation.class,
                REACHES,
                "(SessionOfConversation -> InstanceInConversation)");
    }

    @Test
    void principal_of_an_instances_keyGenerator_is_refused() {
        refused.assertTold(
                WrongOwnedReach.InstanceByGenerator.class, REACHES, "keyGenerator", "(CallersKeys -> Principal)");
    }

    @Test
    void values_for_all_that_are_made_of_values_of_requests_are_refused() {
        refused.assertTold(
                WrongOwnedReach.ForAllOfRequests.class, REACHES, "(ForAllOfRequests -> RequestOfCaller -> Principal)");
    }

    @Test
    void backend_with_a_taken_name_is_refused() {
        refused.assertTold(WrongOwnedReach.Taken.class, "MEMO0220", "@Backend", "\"request\"");
    }

    @Test
    void produced_backend_with_a_taken_name_is_refused() {
        refused.assertTold(WrongOwnedReach.Producing.class, "MEMO0220", "@Backend", "\"instance\"");
    }

    @Test
    void beans_whose_values_stay_where_they_are_are_not_told() {
        assertThat(refused.problemsOf(OwnedReach.RequestOfCart.class)).isEmpty();
        assertThat(refused.problemsOf(OwnedReach.InstanceInRequest.class)).isEmpty();
        assertThat(refused.problemsOf(OwnedReach.InstanceInSession.class)).isEmpty();
    }
}
