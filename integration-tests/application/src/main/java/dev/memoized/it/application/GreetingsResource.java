package dev.memoized.it.application;

import dev.memoized.MemoizedMethods;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Greets. */
@Path("/greetings")
@RequestScoped
public class GreetingsResource {
    @Inject
    Greetings greetings;

    @Inject
    MemoizedMethods memoized;

    /** In the caller's language. */
    @GET
    @Path("{key}")
    public String greet(@PathParam("key") int key) throws Exception {
        return Answer.of(memoized.observe(() -> greetings.greet(key))).text();
    }
}
