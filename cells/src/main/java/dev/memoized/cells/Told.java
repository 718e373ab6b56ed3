package dev.memoized.cells;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Who is told of changes by a {@link Ground}. Thread-safe; never waits, and never calls the ground. */
public interface Told {

    /**
     * A name has other bytes now.
     *
     * @param name of a cell, or of anything else that lies there
     * @param bytes what it has
     */
    void cell(String name, byte[] bytes);

    /**
     * A name has another text now.
     *
     * @param name of a text, or of anything else that lies there
     * @param text what it has
     */
    void text(String name, String text);

    /**
     * A name has changed, and the ground does not know to what.
     *
     * @param name of anything
     * @param version what it has now, as {@link Stored#version} tells it; 0 when it has nothing
     * @return to be told what it has, as bytes, read after this call; a text in UTF-8, null for nothing. Null when nobody
     *     here needs to know
     */
    @Nullable
    Consumer<byte @Nullable []> changed(String name, long version);

    /**
     * What may have changed without a word.
     *
     * @return as in {@link #changed}, for all names that somebody here needs to know of
     */
    Map<String, Consumer<byte @Nullable []>> cared();

    /**
     * The ground may have begun anew: versions that were told before tell nothing of those to come.
     */
    void missed();

    /**
     * Parts of the ground have found each other again: nobody knows what the other part had dropped, so all that was stored
     * before is nothing to anybody from now on.
     *
     * @param era a number that all who share the ground agree on, higher than any before
     */
    void joined(long era);
}
