package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.tck.Deployed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What values cannot carry away may be reached: kills "values of requests and instances are checked as all others". */
@Timeout(60)
class OwnedReachTest {
    @RegisterExtension
    static final Deployed DEPLOYED = Deployed.with(Stream.concat(
                    Stream.of(
                            WrongSessions.Cart.class, WrongSessions.ValueOfSession.class, WrongCures.CallersKeys.class),
                    Stream.of(Scoped.in(OwnedReach.class, Caller.class)))
            .toArray(Class<?>[]::new));

    @Test
    void what_belongs_to_the_request_may_be_reached_by_its_values() {
        String title = DEPLOYED.inRequest(
                () -> DEPLOYED.get(OwnedReach.RequestOfCaller.class).titles("a"));
        assertThat(title).isEqualTo("a");
        assertThat(DEPLOYED.get(OwnedReach.RequestOfCart.class)).isNotNull();
        assertThat(DEPLOYED.get(OwnedReach.RequestOfCallersKeys.class)).isNotNull();
        assertThat(DEPLOYED.get(OwnedReach.RequestVariesBySession.class)).isNotNull();
        assertThat(DEPLOYED.get(OwnedReach.RequestInSession.class)).isNotNull();
    }

    @Test
    void what_outlasts_the_instance_may_be_reached_by_its_values() {
        String title = DEPLOYED.inRequest(
                () -> DEPLOYED.get(OwnedReach.InstanceInRequest.class).titles("a"));
        assertThat(title).isEqualTo("a");
        assertThat(DEPLOYED.get(OwnedReach.InstanceInSession.class)).isNotNull();
        assertThat(DEPLOYED.get(OwnedReach.InstanceInConversation.class)).isNotNull();
    }
}
