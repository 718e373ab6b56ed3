package dev.memoized.it.application;

import dev.memoized.CallCounts;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;

/** What the library counts and knows of a namespace. */
@Path("/namespaces/{name}")
@RequestScoped
public class CountsResource {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    @Inject
    MemoizedMethods memoized;

    /** How its calls and renewals ended, when no renewal is under way. */
    @GET
    @Path("counts")
    public String counts(@PathParam("name") String name) throws InterruptedException {
        boolean isQuiet = memoized.awaitRefreshes(AT_MOST);
        CallCounts counts = memoized.counts(name);
        return Answer.of("calls", counts.calls())
                .and("quiet", isQuiet)
                .and(counts.outcomes())
                .and(counts.refreshes())
                .text();
    }

    /** Its limits. */
    @GET
    @Path("limits")
    public String limits(@PathParam("name") String name) {
        MethodDescription method = memoized.methods().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Answer.of("refreshAfter", method.refreshAfter())
                .and("expireAfter", method.expireAfter())
                .text();
    }
}
