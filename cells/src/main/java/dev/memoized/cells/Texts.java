package dev.memoized.cells;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers as text by their names, changed by compare-and-set. Thread-safe. */
public interface Texts {

    /**
     * What is there.
     *
     * @param names of texts
     * @return by their names, without those that are not there
     */
    Map<String, String> get(Collection<String> names);

    /**
     * The same, if it is known here: nobody is asked, and nothing waited for.
     *
     * @param names of texts
     * @return null when somebody must be asked: so the default
     */
    default @Nullable Map<String, String> getAtHand(Collection<String> names) {
        return null;
    }

    /**
     * Puts a text where another one was seen.
     *
     * @param name of it
     * @param former what was seen; null for nothing
     * @param next what is to be there
     * @param seconds its life, or {@link Cells#FOR_GOOD}
     * @return null when that is done; else what is there with the one that decides: {@code former} again when that one had
     *     lost it, and has it again
     */
    @Nullable
    String exchange(String name, @Nullable String former, String next, long seconds);
}
