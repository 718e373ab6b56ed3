package dev.memoized.it.helidon;

import dev.memoized.it.application.Witness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Asks the request of Jakarta REST; there is no session. */
@ApplicationScoped
public class RestWitness implements Witness {

    @Override
    public Map<String, Object> look() {
        return Map.of(
                "principal", Witness.ask(Request.class, Request::caller),
                "header", Witness.ask(Request.class, request -> request.header("Visitor")),
                "role", Witness.ask(Request.class, Request::isOfReader));
    }
}
