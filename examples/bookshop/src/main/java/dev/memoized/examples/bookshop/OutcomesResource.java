package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** How the calls ended, how old the lists were, and how often the query ran. */
@ApplicationScoped
@Path("/api/outcomes")
public class OutcomesResource {

    @Inject
    OutcomeCounter outcomes;

    @Inject
    Computations computations;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Report outcomes() {
        return new Report(outcomes.report(), computations.report());
    }

    /**
     * All figures since the shop opened.
     *
     * @param methods by name of the memoized method
     * @param computations of the slow query
     */
    public record Report(Map<String, MethodOutcomes.Report> methods, Computations.Report computations) {}
}
