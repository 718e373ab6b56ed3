package dev.memoized.examples.bookshop;

import dev.memoized.MemoizedMethods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Map;

/** How the calls ended, how old the lists were, and how often the query ran. */
@ApplicationScoped
@Path("/api/outcomes")
public class OutcomesResource {

    @Inject
    OutcomeCounter outcomes;

    @Inject
    Computations computations;

    @Inject
    Visitors visitors;

    @Inject
    MemoizedMethods memoized;

    /** Who waits is looked up before what has been counted: with nobody who asks, figures of a quiet shop are the last ones. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Report outcomes() throws InterruptedException {
        int waiting = visitors.waiting().size();
        boolean renewing = !memoized.awaitRefreshes(Duration.ZERO);
        return new Report(outcomes.report(), computations.report(), waiting, renewing);
    }

    /**
     * All figures since the shop opened.
     *
     * @param methods by name of the memoized method
     * @param computations of the slow query
     * @param waiting how many visitors wait for an answer
     * @param renewing whether a renewal is under way
     */
    public record Report(
            Map<String, MethodOutcomes.Report> methods,
            Computations.Report computations,
            int waiting,
            boolean renewing) {}
}
