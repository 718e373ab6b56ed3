package dev.memoized.examples.bookshop;

import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;

/** Whether a list is remembered, and how old it is; the list is not made for that. */
@ApplicationScoped
@Path("/api/remembered")
public class RememberedResource {

    @Inject
    MemoizedMethods memoized;

    @Inject
    TopBooks topBooks;

    @Inject
    Weeks weeks;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Answer remembered(@QueryParam("locale") @DefaultValue("en") String locale) {
        Language language = Parameters.language(locale);
        Optional<Remembered<List<RankedBook>>> list = memoized.entry(() -> topBooks.topBooks(language, weeks.current()))
                .lookup();
        return new Answer(
                list.isPresent(), list.map(each -> each.age().toMillis()).orElse(0L));
    }

    /**
     * What is known of a list.
     *
     * @param remembered whether it is there
     * @param ageMillis since it was begun
     */
    public record Answer(boolean remembered, long ageMillis) {}
}
