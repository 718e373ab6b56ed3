package dev.memoized.it.quarkus;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The data of a request. */
@RequestScoped
public class Visitor {
    private @Nullable String name;

    public @Nullable String name() {
        return name;
    }

    public void name(String newName) {
        name = newName;
    }
}
