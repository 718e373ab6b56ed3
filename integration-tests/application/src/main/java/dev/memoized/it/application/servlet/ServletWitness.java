package dev.memoized.it.application.servlet;

import dev.memoized.it.application.Witness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Map;

/** Asks the request of Servlet. */
@ApplicationScoped
public class ServletWitness implements Witness {

    @Override
    public Map<String, Object> look() {
        return Map.of(
                "principal", Witness.ask(Principal.class, Principal::getName),
                "header", Witness.ask(HttpServletRequest.class, request -> request.getHeader("Visitor")),
                "session",
                        Witness.ask(HttpServletRequest.class, request -> request.getSession(false)
                                .getAttribute("visitor")),
                "role", Witness.ask(HttpServletRequest.class, request -> request.isUserInRole("reader")));
    }
}
