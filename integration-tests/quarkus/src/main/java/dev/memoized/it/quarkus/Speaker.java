package dev.memoized.it.quarkus;

import dev.memoized.Memoized;
import dev.memoized.RequestLocale;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Objects;

/** A bean whose answers depend on the locale. */
@ApplicationScoped
public class Speaker {
    private final Journal journal;

    Speaker(Journal journal) {
        this.journal = journal;
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = RequestLocale.class)
    public String declared(String key) {
        return language() + " " + journal.number();
    }

    @Memoized(refreshAfter = "1m", expireAfter = "1h")
    public String undeclared(String key) {
        return language() + " " + journal.number();
    }

    /** Looked up, as a bean that injects it shows its dependence. */
    private static String language() {
        RequestLocale locale = CDI.current().select(RequestLocale.class).get();
        return Objects.requireNonNull(locale.capture()).toLanguageTag();
    }
}
