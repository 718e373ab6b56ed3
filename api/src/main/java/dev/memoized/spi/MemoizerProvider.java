package dev.memoized.spi;

import dev.memoized.Memoizer;

/**
 * Where {@link Memoizer#builder} gets its builder from: the engine. Found by the {@link java.util.ServiceLoader}; nobody
 * else needs to implement it. Thread-safe.
 */
@FunctionalInterface
public interface MemoizerProvider {

    /**
     * A builder that was told nothing.
     *
     * @return immutable
     */
    Memoizer.Builder builder();
}
