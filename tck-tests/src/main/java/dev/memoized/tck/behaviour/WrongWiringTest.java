package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Names of what is not there fail the deployment, all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongWiringTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongWiring.class);
    }

    @Test
    void backend_that_is_not_there_is_refused() {
        refused.assertTold(WrongWiring.UnknownBackend.class, "titles", "backend");
    }

    @Test
    void qualifier_without_backend_is_refused() {
        refused.assertTold(WrongWiring.UnknownQualifier.class, "titles", "Archive");
    }

    @Test
    void service_of_a_backend_that_is_not_there_is_refused() {
        assertThat(refused.problems())
                .filteredOn(problem -> problem.contains("elsewhere"))
                .singleElement()
                .asString()
                .startsWith("MEMO0201")
                .contains("@Backend(\"elsewhere\")", "CacheService");
    }

    @Test
    void name_of_two_backends_is_refused() {
        refused.assertTold(WrongWiring.AmbiguousBackend.class, "titles", "backend");
    }

    @Test
    void abstract_keyGenerator_is_refused() {
        refused.assertTold(WrongWiring.AbstractGenerator.class, "titles", "keyGenerator");
    }

    @Test
    void keyGenerator_that_cannot_be_made_is_refused() {
        refused.assertTold(WrongWiring.GeneratorWithoutConstructor.class, "titles", "keyGenerator");
    }

    @Test
    void cacheIf_that_cannot_be_made_is_refused() {
        refused.assertTold(WrongWiring.ConditionWithoutConstructor.class, "titles", "cacheIf");
    }

    @Test
    void cacheIf_that_is_an_interface_is_refused() {
        refused.assertTold(WrongWiring.InterfaceCondition.class, "titles", "cacheIf");
    }

    @Test
    void varyBy_without_name_is_refused() {
        refused.assertTold(WrongWiring.NamelessValue.class, "titles", "varyBy", "MEMO0209");
    }

    @Test
    void varyBy_with_one_name_twice_is_refused() {
        refused.assertTold(WrongWiring.ValuesOfOneName.class, "titles", "varyBy", "MEMO0210", "place");
    }

    @Test
    void abstract_varyBy_is_refused() {
        refused.assertTold(WrongWiring.AbstractValue.class, "titles", "varyBy", "MEMO0204");
    }

    @Test
    void versionedBy_that_cannot_be_made_is_refused() {
        refused.assertTold(WrongWiring.SourceWithoutConstructor.class, "titles", "versionedBy", "MEMO0204");
    }

    @Test
    void two_request_stores_are_refused() {
        refused.assertTold(WrongWiring.There.class, "RequestStore", "MEMO0212");
    }
}
