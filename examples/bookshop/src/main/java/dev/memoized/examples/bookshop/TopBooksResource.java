package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** This week's top books. */
@ApplicationScoped
@Path("/api/top-books")
public class TopBooksResource {

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public List<RankedBook> topBooks(@QueryParam("locale") @DefaultValue("en") String locale) {
        return topBooks.topBooks(Parameters.language(locale), weeks.current());
    }
}
