package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use that deployment can see fails the build, and what only the configuration decides fails the start. */
class BuildFailureTest {
    private static final String HEAD =
            """
            import dev.memoized.*;
            import dev.memoized.spi.ObjectBackend;
            import io.vertx.core.http.HttpServerRequest;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.enterprise.context.SessionScoped;
            import jakarta.enterprise.event.Observes;
            import jakarta.enterprise.event.Startup;
            import jakarta.enterprise.inject.Instance;
            import jakarta.enterprise.inject.Produces;
            import jakarta.inject.Inject;

            @ApplicationScoped
            public class Books {
            """;

    @TempDir
    Path folder;

    @Test
    void wrong_methods_fail_the_build_together() throws Exception {
        WrongApplication application = books(
                """
                    @Memoized
                    public void nothing(String key) {}

                    @Memoized(expireAfter = "soon")
                    public String title(String key) {
                        return key;
                    }
                }
                """);
        assertThat(application.failureOfBuild())
                .contains(
                        "MEMO0101 Books#nothing(String): nothing returns nothing. Return a value, or remove @Memoized.")
                .contains("MEMO0109 Books#title(String), expireAfter: \"soon\" is not a duration. Write \"90s\"")
                .contains("Found 2 deployment problems");
    }

    @Test
    void annotations_that_carry_it_unheard_fail_the_build() throws Exception {
        WrongApplication application = books(
                """
                    @Plain
                    public String title(String key) {
                        return key;
                    }
                }

                @Memoized
                @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
                @interface Plain {}
                """);
        assertThat(application.failureOfBuild())
                .contains("MEMO0181 Books#title(String): @Plain carries @Memoized, which no container hears there.");
    }

    @Test
    void settings_for_what_cannot_be_memoized_fail_the_build() throws Exception {
        String missing = "memoized.method.\"Books#titel(java.lang.String)\".expire-after";
        String nothing = "memoized.method.\"Books#nothing(java.lang.String)\".expire-after";
        String ofJdk = "memoized.method.\"java.util.Random#nextLong()\".expire-after";
        List<String> keys = List.of(missing, nothing, ofJdk);
        keys.forEach(key -> System.setProperty(key, "1h"));
        try {
            assertThat(books(
                                    """
                                        public void nothing(String key) {}

                                        public String title(String key) {
                                            return key;
                                        }
                                    }
                                    """)
                            .failureOfBuild())
                    .contains("MEMO0101 Books#nothing(String)")
                    .contains("MEMO0163 configuration: there is no method \"Books#titel(java.lang.String)\"")
                    .contains("the nearest is \"Books#title(java.lang.String)\"")
                    .contains("MEMO0171 configuration: java.util.Random can be no bean")
                    .contains("Found 3 deployment problems");
        } finally {
            keys.forEach(System::clearProperty);
        }
    }

    @Test
    void unknown_backend_fails_the_build() throws Exception {
        WrongApplication application = books(
                """
                    @Produces
                    @Backend("archive")
                    ObjectBackend archive() {
                        return null;
                    }

                    @Memoized(backend = "shelf")
                    public String title(String key) {
                        return key;
                    }
                }
                """);
        assertThat(application.failureOfBuild())
                .contains(
                        "MEMO0201 Books#title(String), backend: there is no CacheBackend bean for @Backend(\"shelf\")")
                .contains("there are [@Backend(\"archive\")]")
                .contains("Produce one with that qualifier, or correct the name.");
    }

    @Test
    void expression_without_value_fails_the_start_only() throws Exception {
        WrongApplication application = books(
                """
                    @Memoized(expireAfter = "${books.title.expire-after}")
                    public String title(String key) {
                        return key;
                    }
                }
                """);
        assertThat(application.failureOfStart())
                .contains("DeploymentException: MEMO0110 Books#title(String), expireAfter:")
                .contains("\"${books.title.expire-after}\" has no value. Set that key, or write ${key:default}.");
    }

    @Test
    void unreadable_locale_fails_the_start_only() throws Exception {
        assertThat(books("}").failureOfStart("-Dmemoized.locales=en,fr_FR"))
                .contains(
                        "DeploymentException: MEMO0213 configuration: \"fr_FR\" in memoized.locales is no language tag.")
                .contains("Write tags such as \"en\", \"pt-BR\", separated by commas.");
    }

    @Test
    void bean_that_reaches_the_request_fails_the_build() throws Exception {
        WrongApplication application = books(
                """
                    @Inject
                    Instance<Clock> clock;

                    @Memoized
                    public String title(String key) {
                        return key;
                    }

                    @Memoized(independentOf = HttpServerRequest.class)
                    public String isbn(String key) {
                        return key;
                    }
                }

                @ApplicationScoped
                class Clock {
                    @Inject
                    Zone zone;
                }

                record Zone(String id) {}

                @ApplicationScoped
                class Zones {
                    @Inject
                    HttpServerRequest request;

                    @Produces
                    Zone zone() {
                        return new Zone(request.getHeader("zone"));
                    }
                }
                """);
        assertThat(application.failureOfBuild())
                .contains("MEMO0206 Books#title(String): the bean reaches io.vertx.core.http.HttpServerRequest")
                .contains("by its injection points (Books -> Clock -> Zone -> Zones -> HttpServerRequest)")
                .contains(
                        "Vary by a ContextValue that covers the type, name it in independentOf, or inject it elsewhere.")
                .doesNotContain("Books#isbn");
    }

    @Test
    void bean_of_a_session_fails_the_build() throws Exception {
        WrongApplication application = books(
                """
                    @Memoized(keyGenerator = Keys.class)
                    public String title(String key) {
                        return key;
                    }
                }

                @SessionScoped
                class Keys implements KeyGenerator, java.io.Serializable {
                    @Override
                    public Object key(MemoizedCall call) {
                        return call.arguments();
                    }
                }

                @SessionScoped
                class Basket implements java.io.Serializable {
                    @Memoized
                    public String total(String key) {
                        return key;
                    }
                }
                """);
        assertThat(application.failureOfBuild())
                .contains("MEMO0206 Books#title(String), keyGenerator: the bean reaches Keys")
                .contains("MEMO0207 Basket#total(String): the bean is @SessionScoped");
    }

    @Test
    void values_of_an_instance_that_reaches_the_request_and_taken_names_fail_the_build() throws Exception {
        WrongApplication application = books(
                """
                    @Inject
                    HttpServerRequest request;

                    @Produces
                    @Backend("request")
                    ObjectBackend archive() {
                        return null;
                    }

                    @Memoized(backend = "instance")
                    public String title(String key) {
                        return key;
                    }

                    @Memoized(backend = "request")
                    public String isbn(String key) {
                        return key;
                    }

                    @Memoized(backend = "request", refreshAfter = "1m")
                    public String price(String key) {
                        return key;
                    }
                }

                @SessionScoped
                class Basket implements java.io.Serializable {
                    @Memoized(backend = "instance")
                    public String total(String key) {
                        return key;
                    }
                }
                """);
        assertThat(application.failureOfBuild())
                .contains("MEMO0206 Books#title(String): the bean reaches io.vertx.core.http.HttpServerRequest")
                .contains(
                        "MEMO0134 Books#price(String), refreshAfter: what backend = \"request\" keeps is never renewed")
                .contains("MEMO0220 Books, @Backend: the name \"request\" is reserved")
                .contains("Found 3 deployment problems")
                .doesNotContain("Books#isbn")
                .doesNotContain("Basket#total");
    }

    @Test
    void types_that_context_values_do_not_cover_fail_the_start_only() throws Exception {
        WrongApplication application = books(
                """
                    @Inject
                    HttpServerRequest request;

                    void open(@Observes Startup start) {}

                    @Memoized(varyBy = Zone.class)
                    public String title(String key) {
                        return key;
                    }

                    @Memoized(varyBy = Method.class)
                    public String isbn(String key) {
                        return key;
                    }
                }

                @ApplicationScoped
                class Zone extends Text {}

                abstract class Text implements ContextValue<String> {
                    @Override
                    public String name() {
                        return "zone";
                    }

                    @Override
                    public String capture() {
                        return "here";
                    }

                    @Override
                    public void restore(String zone) {}
                }

                @ApplicationScoped
                class Method extends Text {
                    @Override
                    public java.util.Set<Class<?>> covers() {
                        return java.util.Set.of(HttpServerRequest.class);
                    }
                }
                """);
        assertThat(application.failureOfStart())
                .contains("DeploymentException: MEMO0206 Books#title(String): the bean reaches")
                .contains("io.vertx.core.http.HttpServerRequest by its injection points (Books -> HttpServerRequest)")
                .doesNotContain("Books#isbn");
    }

    private WrongApplication books(String members) {
        return new WrongApplication(folder, "Books", HEAD + members);
    }
}
