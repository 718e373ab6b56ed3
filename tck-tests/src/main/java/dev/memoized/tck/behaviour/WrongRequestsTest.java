package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests, sessions and identities are no arguments and no results. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongRequestsTest {
    private Refused refused = Refused.nothing();

    @BeforeAll
    void deploy() {
        refused = Refused.of(WrongRequests.class);
    }

    @Test
    void request_inKey_isRefused() {
        refused.assertTold(
                WrongRequests.RequestInKey.class,
                "MEMO0131",
                "#titles(HttpServletRequest), parameter ",
                "parameter 0 is the request",
                "(jakarta.servlet.http.HttpServletRequest)",
                "independentOf = that type lets it pass");
    }

    @ParameterizedTest
    @ValueSource(classes = {WrongRequests.RequestOutOfKey.class, WrongRequests.RequestForGenerator.class})
    void request_besideKey_isRefused(Class<?> bean) {
        refused.assertTold(bean, "MEMO0131", "(jakarta.ws.rs.core.HttpHeaders)");
    }

    @Test
    void request_inList_isRefused() {
        refused.assertTold(WrongRequests.SessionsInList.class, "MEMO0131", "(jakarta.servlet.http.HttpSession)");
    }

    @Test
    void identity_besideKey_isRefused() {
        refused.assertTold(
                WrongRequests.IdentityOutOfKey.class,
                "MEMO0131",
                "parameter 1 is the request",
                "(" + Caller.class.getName() + ")");
    }

    @ParameterizedTest
    @ValueSource(classes = {WrongRequests.IdentityAsResult.class, WrongRequests.IdentityInStage.class})
    void identity_asResult_isRefused(Class<?> bean) {
        refused.assertTold(bean, "MEMO0132", "what is returned (java.security.Principal) belongs to one request");
    }

    @Test
    void session_asResult_isRefusedWhateverIsDeclared() {
        refused.assertTold(WrongRequests.RequestAsResult.class, "MEMO0132", "(jakarta.servlet.http.HttpSession)");
    }

    @Test
    void contextValue_thatIsDeclaredAndDenied_isRefused() {
        refused.assertTold(
                WrongRequests.Contradiction.class,
                "MEMO0130",
                "titles(String), independentOf",
                WrongRequests.Value.class.getName() + " is named by varyBy");
    }

    @Test
    void identities_thatAreDeclared_pass() {
        assertThat(refused.problemsOf(WrongRequests.Innocent.class)).isEmpty();
    }
}
