package dev.memoized.it.application;

import dev.memoized.MemoizedMethods;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What fails and is tried again. */
@Path("/flaky")
@RequestScoped
public class FlakyResource {
    @Inject
    Flaky flaky;

    @Inject
    MemoizedMethods memoized;

    /** How it ended, and how often it was run in all. */
    @GET
    @Path("{key}")
    public String get(@PathParam("key") String key) throws Exception {
        Answer answer = Answer.of(memoized.observe(() -> flaky.get(key)));
        return answer.and("runs", flaky.runsOf(key)).text();
    }
}
