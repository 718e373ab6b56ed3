package dev.memoized;

/**
 * The cache by program, for values of any kind: {@code @Inject CacheService cache}; with a backend's qualifier,
 * {@code @Inject @Backend("redis") CacheService cache}, it is a view of that backend. The bean itself is a view without
 * prefix, schema and limits of its own.
 *
 * <p>Stores of bytes keep booleans, numbers, characters, texts, bytes and {@code java.time}'s usual types here; for
 * others take a view of their type ({@link Cache#of(Class)}).
 */
public interface CacheService extends Cache<Object> {}
