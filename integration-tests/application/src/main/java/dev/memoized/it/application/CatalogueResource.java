package dev.memoized.it.application;

import dev.memoized.MemoizedMethods;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The catalogue. */
@Path("/catalogue")
@RequestScoped
public class CatalogueResource {
    @Inject
    Catalogue catalogue;

    @Inject
    MemoizedMethods memoized;

    /** What is known of a book. */
    @GET
    @Path("listings/{book}")
    public String listing(@PathParam("book") String book) throws Exception {
        return Answer.of(memoized.observe(() -> catalogue.listing(book))).text();
    }

    /** The same, stale as soon as it is said. */
    @GET
    @Path("passing/{book}")
    public String passing(@PathParam("book") String book) throws Exception {
        return Answer.of(memoized.observe(() -> catalogue.passing(book))).text();
    }

    /** Something else is known of a book. */
    @POST
    @Path("listings/{book}")
    public String correct(@PathParam("book") String book) {
        catalogue.correct(book);
        return Answer.of("corrected", book).text();
    }
}
