package dev.memoized.examples.bookshop;

import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** How the slow method is memoized: its annotation with its configuration. */
@ApplicationScoped
@Path("/api/settings")
public class SettingsResource {

    private static final String LOCAL = "local";

    @Inject
    MemoizedMethods memoized;

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Settings settings() {
        MethodDescription method = memoized.methods().stream()
                .filter(each -> each.beanClass() == TopBooks.class)
                .findFirst()
                .orElseThrow();
        return new Settings(
                Optional.ofNullable(method.refreshAfter())
                        .orElse(method.expireAfter())
                        .toMillis(),
                method.expireAfter().toMillis(),
                method.backend(),
                type(method.backend()),
                method.enabled());
    }

    /** As the library reads it: a system property, else the environment. */
    private static String type(String backend) {
        String property = "memoized.backend." + backend + ".type";
        String variable = property.toUpperCase(java.util.Locale.ROOT).replace('.', '_');
        return System.getProperty(
                property, Optional.ofNullable(System.getenv(variable)).orElse(LOCAL));
    }

    /**
     * What the page shows.
     *
     * @param refreshAfterMillis the age from which on a list is stale
     * @param expireAfterMillis the age from which on it is gone
     * @param backend the name of what keeps the lists
     * @param type of that
     * @param enabled whether configuration lets the cache take part
     */
    public record Settings(
            long refreshAfterMillis, long expireAfterMillis, String backend, String type, boolean enabled) {}
}
