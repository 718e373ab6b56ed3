package dev.memoized.tck.behaviour;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Declarations that would silently have no effect fail the deployment. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongDeclarationsTest {
    private Refused declared = Refused.nothing();
    private Refused wired = Refused.nothing();

    @BeforeAll
    void deploy() {
        declared = Refused.deploying(
                WrongDeclarations.ImplementsMemoized.class,
                WrongDeclarations.EmptyExpression.class,
                WrongDeclarations.EmptyExpressionWithDefault.class);
        wired = Refused.deploying(
                WrongDeclarations.AsksForQualified.class,
                WrongDeclarations.QualifiedGenerator.class,
                WrongDeclarations.AsksForStoreless.class,
                WrongDeclarations.Storeless.class);
    }

    @Test
    void memoized_method_of_an_interface_implemented_without_it_is_refused() {
        declared.assertTold(WrongDeclarations.ImplementsMemoized.class, "titles", "Catalogue");
    }

    @Test
    void expression_without_key_is_refused() {
        declared.assertTold(WrongDeclarations.EmptyExpression.class, "titles", "expireAfter", "${}");
    }

    @Test
    void expression_without_key_is_refused_with_a_default_too() {
        declared.assertTold(WrongDeclarations.EmptyExpressionWithDefault.class, "titles", "expireAfter", "${:1h}");
    }

    @Test
    void keyGenerator_of_which_there_is_a_qualified_bean_only_is_refused() {
        wired.assertTold(WrongDeclarations.AsksForQualified.class, "titles", "keyGenerator", "QualifiedGenerator");
    }

    @Test
    void backend_without_store_is_refused() {
        wired.assertTold(WrongDeclarations.AsksForStoreless.class, "titles", "backend", "Storeless");
    }
}
