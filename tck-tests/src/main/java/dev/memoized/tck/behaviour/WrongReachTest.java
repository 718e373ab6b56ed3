package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bean reaches of the request, unsaid, fails the deployment: all together. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongReachTest {
    private static final String REACHES = "MEMO0206";

    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.ofAll(WrongReach.class, WrongSessions.class, WrongCures.class, Caller.class);
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                WrongReach.Direct.class,
                WrongReach.ByConstructor.class,
                WrongReach.ByInitializer.class,
                WrongReach.ByInstance.class,
                WrongReach.ByProvider.class
            })
    void principal_thatIsInjected_isRefused(Class<?> bean) {
        refused.assertTold(
                bean,
                REACHES,
                "#titles(String): the bean reaches java.security.Principal by its injection points",
                "(" + bean.getSimpleName() + " -> Principal)",
                "Vary by a ContextValue that covers the type, name it in independentOf");
    }

    @Test
    void subtype_ofPrincipal_isRefused() {
        refused.assertTold(WrongReach.BySubtype.class, REACHES, Caller.class.getName(), "(BySubtype -> Caller)");
    }

    @Test
    void principal_ofHelper_isRefused() {
        refused.assertTold(WrongReach.ByHelper.class, REACHES, "(ByHelper -> Helper -> Principal)");
    }

    @Test
    void principal_ofHelpersHelper_isRefused() {
        refused.assertTold(
                WrongReach.ByTwoHelpers.class, REACHES, "(ByTwoHelpers -> HelperOfHelper -> Helper -> Principal)");
    }

    @Test
    void principal_ofHelperThatIsLookedUp_isRefused() {
        refused.assertTold(
                WrongReach.ByLookedUpHelper.class,
                REACHES,
                "(ByLookedUpHelper -> HelperOfHelper -> Helper -> Principal)");
    }

    @Test
    void principal_ofRequestScopedBean_isRefused() {
        refused.assertTold(WrongReach.ByRequestBean.class, REACHES, "(ByRequestBean -> RequestNote -> Principal)");
    }

    @Test
    void principal_behindCircle_isRefused() {
        refused.assertTold(WrongReach.ByCircle.class, REACHES, "(ByCircle -> Left -> Right -> Principal)");
    }

    @Test
    void principal_ofProducersParameter_isRefused() {
        refused.assertTold(WrongReach.ByProducer.class, REACHES, "(ByProducer -> Greeting -> Principal)");
    }

    @Test
    void principal_ofProducersBean_isRefused() {
        refused.assertTold(
                WrongReach.ByProducingBean.class, REACHES, "(ByProducingBean -> Farewell -> Usher -> Principal)");
    }

    @Test
    void sessionScopedBean_thatIsInjected_isRefused() {
        refused.assertTold(
                WrongSessions.BySession.class, REACHES, WrongSessions.Cart.class.getName(), "(BySession -> Cart)");
    }

    @Test
    void sessionScopedBean_ofProducer_isRefused() {
        refused.assertTold(
                WrongSessions.BySessionOfProducer.class,
                REACHES,
                WrongSessions.Basket.class.getName(),
                "(BySessionOfProducer -> Basket)");
    }

    @Test
    void headers_inContextField_areRefused() {
        refused.assertTold(
                WrongReach.ByContextField.class, REACHES, "jakarta.ws.rs.core.HttpHeaders", "-> HttpHeaders)");
    }

    @Test
    void request_inResourceField_isRefused() {
        refused.assertTold(WrongReach.ByResourceField.class, REACHES, "jakarta.servlet.http.HttpServletRequest");
    }

    @Test
    void header_inField_isRefused() {
        refused.assertTold(WrongReach.ByHeaderField.class, REACHES, "jakarta.ws.rs.HeaderParam");
    }

    @Test
    void sessionScopedBean_isRefused() {
        refused.assertTold(WrongSessions.OfSession.class, "MEMO0207", "#titles(String): the bean is @SessionScoped");
    }

    @Test
    void conversationScopedBean_isRefused() {
        refused.assertTold(WrongSessions.OfConversation.class, "MEMO0207", "the bean is @ConversationScoped");
    }

    @Test
    void principal_ofKeyGenerator_isRefused() {
        refused.assertTold(
                WrongCures.ByGenerator.class, REACHES, "titles(String), keyGenerator", "(CallersKeys -> Principal)");
    }

    @Test
    void principal_ofCondition_isRefused() {
        refused.assertTold(WrongCures.ByCondition.class, REACHES, "cacheIf", "(CallersCondition -> Principal)");
    }

    @Test
    void principal_ofVersionSource_isRefused() {
        refused.assertTold(WrongCures.ByVersion.class, REACHES, "versionedBy", "(CallersVersion -> Principal)");
    }

    @Test
    void contextValue_thatCoversOtherTypes_doesNotHelp() {
        refused.assertTold(WrongCures.CoversAnother.class, REACHES, "java.security.Principal");
    }

    @Test
    void independentOf_thatNamesOtherTypes_doesNotHelp() {
        refused.assertTold(WrongCures.NamesAnother.class, REACHES, "java.security.Principal");
    }

    @Test
    void contextValue_whoseCoversFails_isTold() {
        refused.assertTold(
                WrongCures.FailsToCover.class,
                "MEMO0204",
                "titles(String), varyBy",
                WrongCures.BrokenCovers.class.getName());
    }

    @Test
    void contextValue_ofSession_isRefused() {
        refused.assertTold(
                WrongSessions.VariesBySession.class, "MEMO0211", "varyBy", "ValueOfSession is of scope @SessionScoped");
    }

    @Test
    void sessionScopedBean_thatIsRenewedBehindItsCaller_isRefused() {
        refused.assertTold(WrongSessions.Renewed.class, "MEMO0208", "titles(String), refreshAfter", "@SessionScoped");
    }

    @Test
    void sessionScopedBean_thatIsIsolated_isRefused() {
        refused.assertTold(WrongSessions.Isolated.class, "MEMO0208", "titles(String), isolated", "@SessionScoped");
    }

    @Test
    void beans_withoutMemoizedMethods_areNotTold() {
        assertThat(refused.problemsOf(WrongReach.Greeter.class)).isEmpty();
        assertThat(refused.problems()).hasSize(29);
    }
}
