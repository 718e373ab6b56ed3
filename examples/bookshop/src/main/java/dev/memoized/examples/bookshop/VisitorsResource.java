package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Lets the visitors ask, and tells how things are: the page says when. Without a page the shop is quiet. */
@ApplicationScoped
@Path("/api/visitors")
public class VisitorsResource {

    @Inject
    Visitors visitors;

    @Inject
    Board board;

    @POST
    public void ask(
            @QueryParam("locale") @DefaultValue("en") String locale,
            @QueryParam("memoized") @DefaultValue("true") boolean memoized) {
        visitors.ask(Parameters.language(locale), memoized);
        board.tell();
    }
}
