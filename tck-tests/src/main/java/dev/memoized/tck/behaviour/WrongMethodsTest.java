package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Methods that cannot be memoized fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongMethodsTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongMethods.class);
    }

    @Test
    void method_that_returns_nothing_is_refused() {
        refused.assertTold(WrongMethods.VoidMethod.class, "titles");
    }

    @Test
    void static_method_is_refused() {
        refused.assertTold(WrongMethods.StaticMethod.class, "titles");
    }

    @Test
    void private_method_is_refused() {
        refused.assertTold(WrongMethods.PrivateMethod.class, "titles");
    }

    @Test
    void producer_is_refused() {
        refused.assertTold(WrongMethods.ProducerMethod.class, "titles");
    }

    @Test
    void disposer_is_refused() {
        refused.assertTold(WrongMethods.DisposerMethod.class, "titles");
    }

    @Test
    void observer_is_refused() {
        refused.assertTold(WrongMethods.ObserverMethod.class, "titles");
    }

    @Test
    void asynchronous_observer_is_refused() {
        refused.assertTold(WrongMethods.AsyncObserverMethod.class, "titles");
    }

    @Test
    void lifecycle_callback_is_refused() {
        refused.assertTold(WrongMethods.LifecycleMethod.class, "titles");
    }

    @Test
    void method_that_is_both_memoized_and_not_is_refused() {
        refused.assertTold(WrongMethods.BothWays.class, "titles", "NotMemoized");
    }

    @Test
    void stream_is_refused() {
        refused.assertTold(WrongMethods.StreamResult.class, "titles");
    }

    @Test
    void iterator_is_refused() {
        refused.assertTold(WrongMethods.IteratorResult.class, "titles");
    }

    @Test
    void input_stream_is_refused() {
        refused.assertTold(WrongMethods.InputStreamResult.class, "titles");
    }

    @Test
    void future_is_refused() {
        refused.assertTold(WrongMethods.FutureResult.class, "titles");
    }

    @Test
    void class_that_covers_nothing_is_refused() {
        refused.assertTold(WrongMethods.CoversNothing.class, "@Memoized");
    }

    @Test
    void bean_without_fault_is_not_blamed() {
        assertThat(refused.problemsOf(WrongMethods.Blameless.class)).isEmpty();
    }
}
