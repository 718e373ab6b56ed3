package dev.memoized.examples.bookshop;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Where books are bought. */
@ApplicationScoped
class Till {

    @Inject
    Orders orders;

    @Inject
    Weeks weeks;

    @Inject
    CacheService cache;

    /**
     * Sells a book to a reader who has not got it yet. From then on no list in its language is served that does not know of
     * it; lists in other languages stay.
     *
     * @return whether there is such a book
     */
    @CacheInvalidate(tags = "books:{language}")
    public boolean sell(Language language, String title) {
        return orders.add(language, title, weeks.current());
    }

    /** One more. */
    long count(Language language) {
        return cache.prefixed("sold.").incr(language.tag(), 1, 1);
    }
}
