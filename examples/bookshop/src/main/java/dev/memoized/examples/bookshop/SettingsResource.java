package dev.memoized.examples.bookshop;

import dev.memoized.Cache;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** How the slow method is memoized: its annotation with its configuration. */
@ApplicationScoped
@Path("/api/settings")
public class SettingsResource {

    private static final String LOCAL = "local";
    private static final Settings NOT_MEMOIZED = new Settings(0, 0, "none", "none", false);

    @Inject
    MemoizedMethods memoized;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Settings settings() {
        return memoized.methods().stream()
                .filter(each -> each.beanClass() == TopBooks.class)
                .findFirst()
                .map(SettingsResource::of)
                .orElse(NOT_MEMOIZED);
    }

    private static Settings of(MethodDescription method) {
        return new Settings(
                millis(Optional.ofNullable(method.refreshAfter()).orElse(method.expireAfter())),
                millis(method.expireAfter()),
                method.backend(),
                type(method.backend()),
                method.enabled());
    }

    private static long millis(Duration age) {
        return age.equals(Cache.FOREVER) ? Long.MAX_VALUE : age.toMillis();
    }

    /** As the library reads it: a system property, else the environment. */
    private static String type(String backend) {
        String property = "memoized.backend." + backend + ".type";
        String variable = property.toUpperCase(Locale.ROOT).replace('.', '_');
        return System.getProperty(
                property, Optional.ofNullable(System.getenv(variable)).orElse(LOCAL));
    }

    /**
     * What the page shows.
     *
     * @param refreshAfterMillis the age from which on a list is stale
     * @param expireAfterMillis the age from which on it is gone; {@link Long#MAX_VALUE} when it does not end by itself
     * @param backend the name of what keeps the lists
     * @param type of that
     * @param enabled whether configuration lets the cache take part
     */
    public record Settings(
            long refreshAfterMillis, long expireAfterMillis, String backend, String type, boolean enabled) {}
}
