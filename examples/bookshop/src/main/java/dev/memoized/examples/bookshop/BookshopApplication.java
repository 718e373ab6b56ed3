package dev.memoized.examples.bookshop;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What the shop serves. */
@ApplicationPath("/")
public class BookshopApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                HomeResource.class,
                TopBooksResource.class,
                BuyResource.class,
                RememberedResource.class,
                HerdResource.class,
                OutcomesResource.class,
                VisitorsResource.class,
                OriginResource.class,
                InvalidateResource.class,
                SettingsResource.class,
                FeedResource.class,
                PageHeaders.class,
                SameOrigin.class);
    }
}
