package dev.memoized.impl.plan;

import dev.memoized.Backend;
import java.lang.annotation.Annotation;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** With whom the values of a method live. */
public enum Owner {
    /** A backend: they are for all callers. */
    BACKEND(""),
    /** The request in which they were computed, and they are for nobody else. */
    REQUEST("request"),
    /** The instance of the bean that computed them, and they are for its callers only. */
    INSTANCE("instance");

    private final String backend;

    Owner(String backend) {
        this.backend = backend;
    }

    /** What a qualifier chooses; the names of the others are no backend's. */
    public static Owner of(@Nullable Annotation qualifier) {
        return Stream.of(REQUEST, INSTANCE)
                .filter(owner ->
                        qualifier instanceof Backend named && named.value().equals(owner.backend))
                .findAny()
                .orElse(BACKEND);
    }

    /** The name that chooses it. */
    public String backend() {
        return backend;
    }
}
