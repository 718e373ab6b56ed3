package dev.memoized.spi;

/**
 * What a backend must know of the keys that it keeps together.
 *
 * @param name first part of every key, and the name of the mark that invalidates all of them
 * @param schema entries of another schema are not seen; empty when there is none
 * @param maximumEntries how many entries are kept at most, where the backend bounds them by number
 * @param keyForm writes keys as text
 */
public record Namespace(String name, String schema, long maximumEntries, KeyForm keyForm) {

    /** Writes a key as text: the same on every node, JVM and release. */
    @FunctionalInterface
    public interface KeyForm {

        /**
         * The key as text, made on demand: stores of objects need none.
         *
         * @param key of this namespace
         * @return a readable prefix and a digest over name, schema and arguments, all in {@code [A-Za-z0-9_-]}, at most
         *     108 characters
         * @throws dev.memoized.MemoizedException when the key holds an object whose fields are not known to be the whole of
         *     its equality: then the call bypasses the cache
         */
        String text(Object key);
    }
}
