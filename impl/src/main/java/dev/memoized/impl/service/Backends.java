package dev.memoized.impl.service;

import dev.memoized.spi.CacheBackend;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/** Finds backends by name. Thread-safe. */
@FunctionalInterface
public interface Backends {

    /**
     * The backend of that name, and the qualifier that chooses it.
     *
     * @param name empty for the default
     * @throws dev.memoized.MemoizedException when there is none
     */
    Named find(String name);

    /**
     * A backend.
     *
     * @param qualifier that chooses it; null for the default
     */
    record Named(CacheBackend backend, @Nullable Annotation qualifier) {}
}
