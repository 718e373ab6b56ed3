package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Session beans whose methods are memoized, or change the cache, fail the deployment; others may call what is memoized. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongSessionBeansTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongSessionBeans.class);
    }

    @Test
    void bean_without_state_is_refused_once() {
        refused.assertTold(WrongSessionBeans.WithoutState.class, "MEMO0182", "(@Stateless)");
    }

    @Test
    void bean_with_state_is_refused() {
        refused.assertTold(WrongSessionBeans.WithState.class, "MEMO0182", "(@Stateful)");
    }

    @Test
    void bean_that_changes_the_cache_is_refused() {
        refused.assertTold(WrongSessionBeans.OnlyOne.class, "MEMO0182", "(@Singleton)", "CDI bean");
    }

    @ParameterizedTest
    @ValueSource(classes = {WrongSessionBeans.Calling.class, WrongSessionBeans.Blameless.class})
    void others_are_not_blamed(Class<?> bean) {
        assertThat(refused.problemsOf(bean)).isEmpty();
    }
}
