package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.tck.Deployed;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a method declares may be reached, and what does not lead to the request too: a deployment with all of it. */
@Timeout(60)
class DeclaredReachTest {
    private static final Class<?>[] HELPERS = {
        WrongReach.Helper.class,
        WrongSessions.Cart.class,
        WrongSessions.BasketMaker.class,
        WrongCures.CallersKeys.class,
        Resources.class,
        Resources.Logging.class
    };

    @RegisterExtension
    static final Deployed DEPLOYED = Deployed.with(Stream.concat(
                    Stream.of(HELPERS), Stream.of(Scoped.in(DeclaredReach.class, DeclaredSessions.class, Caller.class)))
            .toArray(Class<?>[]::new));

    @Test
    void typesThatResultsDoNotDependOn_mayBeReached() {
        assertThat(DEPLOYED.get(DeclaredReach.Independent.class).titles("a")).isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.IndependentOfSupertype.class).titles("a"))
                .isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.IndependentOfSession.class).titles("a"))
                .isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.IndependentlyKeyed.class).titles("a"))
                .isEqualTo("a");
    }

    @Test
    void typesThatContextValuesCover_mayBeReached() {
        assertThat(DEPLOYED.get(DeclaredReach.Covered.class).titles("a")).isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.CoveredBySupertype.class).titles("a"))
                .isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.CoveredSession.class).titles("a")).isEqualTo("a");
        assertThat(DEPLOYED.get(DeclaredReach.PartlyCovered.class).titles("a")).isEqualTo("a");
    }

    @Test
    void contextValueThatIsDeclared_mayReachWhatItCaptures() {
        assertThat(DEPLOYED.get(DeclaredReach.InjectsItsValue.class).titles("a"))
                .isEqualTo("a");
    }

    @Test
    void beansThatDoNotLeadToTheRequest_mayBeReached() {
        assertThat(DEPLOYED.get(DeclaredReach.Plain.class).titles("a")).isEqualTo("a");
    }

    @Test
    void loggerOfAClassThatKnowsTheCaller_mayBeReached() {
        assertThat(DEPLOYED.get(Resources.Logging.class).titles("a")).isEqualTo("a");
    }

    @Test
    void sessionScopedBeans_thatSaySo_areDeployed() {
        assertThat(DEPLOYED.get(DeclaredSessions.OfSession.class)).isNotNull();
        assertThat(DEPLOYED.get(DeclaredSessions.RenewedByCaller.class)).isNotNull();
        assertThat(DEPLOYED.get(DeclaredSessions.CoveredOfSession.class)).isNotNull();
    }
}
