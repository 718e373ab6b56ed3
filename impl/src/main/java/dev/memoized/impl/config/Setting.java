package dev.memoized.impl.config;

/**
 * A setting that is made.
 *
 * @param key by which it was found
 * @param text of it, what expressions stand for in their place
 */
public record Setting(String key, String text) {}
