package dev.memoized.impl.cdi;

import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where a request says which languages it accepts; each kind is a bean of its own, made only where its API is present. */
public interface AcceptedLanguages {
    /** The header that says it. */
    String HEADER = "Accept-Language";

    /** The header of the request that this thread is in; null when there is none. */
    @Nullable
    String header();

    /** Lower comes first. */
    int order();

    /** All kinds that there are, the one to be asked first at the head. */
    static List<AcceptedLanguages> inOrder(Iterable<AcceptedLanguages> kinds) {
        return StreamSupport.stream(kinds.spliterator(), false)
                .sorted(Comparator.comparingInt(AcceptedLanguages::order))
                .toList();
    }
}
