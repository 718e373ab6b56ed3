package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Drops all lists in a language. */
@ApplicationScoped
@Path("/api/invalidate")
public class InvalidateResource {

    @Inject
    TopBooks topBooks;

    @POST
    public void invalidate(@QueryParam("locale") @DefaultValue("en") String locale) {
        topBooks.forget(Parameters.language(locale));
    }
}
