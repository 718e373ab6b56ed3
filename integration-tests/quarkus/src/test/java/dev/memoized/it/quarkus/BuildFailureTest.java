package dev.memoized.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong use that deployment can see fails the build, and what only the configuration decides fails the start. */
class BuildFailureTest {
    private static final String HEAD =
            """
            import dev.memoized.*;
            import dev.memoized.spi.ObjectBackend;
            import jakarta.enterprise.context.ApplicationScoped;
            import jakarta.enterprise.inject.Produces;

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

    private WrongApplication books(String members) {
        return new WrongApplication(folder, "Books", HEAD + members);
    }
}
