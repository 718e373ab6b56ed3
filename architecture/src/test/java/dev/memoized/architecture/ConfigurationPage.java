package dev.memoized.architecture;

import dev.memoized.Memoized;
import dev.memoized.impl.config.Property;
import dev.memoized.impl.config.Property.Place;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The reference of all that can be set, made of {@link Property}. */
final class ConfigurationPage {
    private static final Set<String> MEMBERS = Arrays.stream(Memoized.class.getDeclaredMethods())
            .map(java.lang.reflect.Method::getName)
            .collect(Collectors.toSet());

    private ConfigurationPage() {}

    static String text() {
        return """
                # Configuration

                ## Where settings come from

                Settings are read from MicroProfile Config where there is such, else from system properties and environment variables (`MEMOIZED_DEFAULT_JITTER`). All are read when the deployment starts. A setting that cannot be read, or that nothing reads, fails the deployment with its key, the latter with the nearest key that means something; environment variables are not looked through for that. Settings for methods that are not here are another application's perhaps: of those the log warns. What is empty is not set. A text may be `${key}` or `${key:otherwise}`.

                ## Which one holds

                The first of these that says something:

                1. `memoized.method."<name>".<property>`; the name is the method's [namespace](annotation.md), for example `com.acme.Books.topBooks(java.lang.String)`
                2. `memoized.method."com.acme.Books#topBooks(java.lang.String)".<property>`
                3. `com.acme.Books/topBooks/Memoized/<member>`, for all methods of that name; the member is the property without hyphens: `refreshAfter`
                4. `com.acme.Books/Memoized/<member>`
                5. the annotation
                6. `memoized.backend.<name>.<property>`, of the backend that keeps the entries; the default backend is named `default`, and one that is chosen by a qualifier has the qualifier's simple name
                7. `memoized.default.<property>`
                8. `Memoized/<member>`
                9. what holds out of the box

                So what is set for a method or its class wins over the annotation, and what is set for a backend or for all is for those who say nothing ([why](../adr/0015-what-configuration-wins-over.md)). `memoized.enabled` and `memoized.longest-computation` are for all methods in place of 7. Where what is set for a backend or for all makes no sense beside what a method says, such as `wait-for-refresh` without `refresh-after`, or a `refresh-after` that is not below the method's own `expireAfter`, it is passed over; set for the method it is refused, and so are limits for all that contradict each other. `none` takes back what an annotation says. The namespaces of [CacheService](../howto/cache-service.md) are named `cache` and `cache:<prefix>`.

                Durations are written `90s`, `1h30m`, `500ms` or `PT1H`.

                ## Members of the annotation

                Each member but `name` is a property; what it means is said in [annotation.md](annotation.md).

                | property | backend | all | out of the box | meaning |
                |---|---|---|---|---|
                %s

                ## Further properties of methods

                | property | backend | all | out of the box | meaning |
                |---|---|---|---|---|
                %s

                ## Backends

                `memoized.backend.<name>.<property>`, besides those above: [backends](../howto/backends.md).

                | property | out of the box | meaning |
                |---|---|---|
                %s

                ## The application

                | key | out of the box | meaning |
                |---|---|---|
                %s

                Generated from `dev.memoized.impl.config.Property`; write it anew with
                `./mvnw test -pl architecture -am -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmemoized.write-docs=true`.
                """
                .formatted(
                        rows(ConfigurationPage::isMember),
                        rows(property -> property.isIn(Place.METHOD) && !isMember(property)),
                        ofBackends(),
                        ofApplication());
    }

    private static boolean isMember(Property property) {
        return MEMBERS.contains(property.member());
    }

    private static String rows(Predicate<Property> which) {
        return Arrays.stream(Property.values())
                .filter(which)
                .map(property -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                property.key(),
                                property.isIn(Place.BACKEND) ? "yes" : "",
                                property.isIn(Place.DEFAULT) || property.isIn(Place.SELF) ? "yes" : "",
                                property.otherwise(),
                                property.meaning()))
                .collect(Collectors.joining("\n"));
    }

    private static String ofBackends() {
        return Arrays.stream(Property.values())
                .filter(property -> property.isIn(Place.BACKEND) && !property.isIn(Place.METHOD))
                .map(property -> row(property.key(), property))
                .collect(Collectors.joining("\n"));
    }

    private static String ofApplication() {
        return Arrays.stream(Property.values())
                .filter(property -> !property.isIn(Place.METHOD) && !property.isIn(Place.BACKEND))
                .map(property -> row(
                        (property.isIn(Place.DEFAULT) ? "memoized.default." : "memoized.") + property.key(), property))
                .collect(Collectors.joining("\n"));
    }

    private static String row(String key, Property property) {
        return "| `%s` | %s | %s |".formatted(key, property.otherwise(), property.meaning());
    }
}
