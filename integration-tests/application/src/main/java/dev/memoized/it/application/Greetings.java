package dev.memoized.it.application;

import dev.memoized.Memoized;
import dev.memoized.RequestLocale;
import dev.memoized.RequestSnapshot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Greets in the language of the request; what it says is stale as soon as it is said. */
@ApplicationScoped
public class Greetings {
    static final String NAME = "greeting";

    @Inject
    RequestSnapshot snapshot;

    @Inject
    RequestLocale locale;

    /** The language, as both ways to ask for it tell it. */
    @Memoized(name = NAME, refreshAfter = "1ms", expireAfter = "1h", varyBy = RequestLocale.class)
    public String greet(int key) {
        return "%s %s %d".formatted(snapshot.get(RequestLocale.class), locale.capture(), key);
    }
}
