package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

/** Lets a {@link Herd} loose. */
@ApplicationScoped
@Path("/api/herd")
public class HerdResource {

    @Inject
    Herd herd;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public HerdReport run(
            @QueryParam("callers") @DefaultValue("1000") String callers,
            @QueryParam("locale") @DefaultValue("en") String locale)
            throws InterruptedException {
        return herd.run(Parameters.number("callers", callers, Herd.LARGEST), Parameters.language(locale))
                .orElseThrow(() ->
                        Parameters.refused(Status.CONFLICT, "Another herd is on its way: wait until it is back."));
    }
}
