package dev.memoized.examples.bookshop;

import dev.memoized.CacheInvalidate;
import dev.memoized.Memoized;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The lists that the shop shows to everybody, and that are slow to make. */
@ApplicationScoped
class TopBooks {

    @Inject
    Orders orders;

    /**
     * The ten books that most readers ordered. A list is made once for each language and week, whoever asks; after two
     * seconds it is made anew behind the callers, who get the old one until the new one is there, as long as that is not older
     * than 20 seconds. A sale drops those in the language of the book.
     */
    @Memoized(refreshAfter = "2s", expireAfter = "20s", tags = "books:{language}")
    public List<RankedBook> topBooks(Language language, Week week) {
        return orders.topBooks(language, week);
    }

    /** The same without the annotation: made anew for everybody who asks. */
    public List<RankedBook> topBooksEachTime(Language language, Week week) {
        return orders.topBooks(language, week);
    }

    /** Nobody gets a list in that language any more that was begun before. */
    @CacheInvalidate(tags = "books:{language}")
    public void forget(Language language) {}
}
