package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Buys a book: the next list in its language is made anew, the others are not. */
@ApplicationScoped
@Path("/api/buy")
public class BuyResource {

    @Inject
    Till till;

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Receipt buy(
            @QueryParam("locale") @DefaultValue("en") String locale,
            @QueryParam("title") @DefaultValue("") String title) {
        Language language = Parameters.language(locale);
        if (!till.sell(language, title)) {
            throw Parameters.badRequest("There is no such book in that language.");
        }
        return new Receipt(title, till.count(language));
    }

    /**
     * What the buyer gets.
     *
     * @param title of the book
     * @param sold how many books in that language have been sold since the shop opened
     */
    public record Receipt(String title, long sold) {}
}
