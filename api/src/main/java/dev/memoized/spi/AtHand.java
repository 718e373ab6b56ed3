package dev.memoized.spi;

import org.jspecify.annotations.Nullable;

/**
 * What a store knows of a key without asking anybody: {@link Store#readAtHand}.
 *
 * @param entry null when the key holds nothing
 * @param <V> the form of the values
 */
public record AtHand<V>(@Nullable Entry<V> entry) {}
