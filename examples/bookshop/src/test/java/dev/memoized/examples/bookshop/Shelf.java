package dev.memoized.examples.bookshop;

import dev.memoized.Memoized;
import dev.memoized.RequestLocale;
import dev.memoized.RequestSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The steps of {@code docs/howto/first-steps.md}, which shows these methods as they are. */
@ApplicationScoped
class Shelf {

    @Inject
    Orders orders;

    @Inject
    Weeks weeks;

    @Inject
    RequestSnapshot snapshot;

    public List<RankedBook> slow(Language language) {
        return orders.topBooks(language, weeks.current());
    }

    @Memoized(expireAfter = "1h")
    public List<RankedBook> remembered(Language language) {
        return orders.topBooks(language, weeks.current());
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public List<RankedBook> renewed(Language language) {
        return orders.topBooks(language, weeks.current());
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = RequestLocale.class)
    public List<RankedBook> localized() {
        String locale = snapshot.get(RequestLocale.class).getLanguage();
        return orders.topBooks(Language.of(locale).orElseThrow(), weeks.current());
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h", versionedBy = OrdersVersion.class)
    public List<RankedBook> versioned(Language language) {
        return orders.topBooks(language, weeks.current());
    }
}
