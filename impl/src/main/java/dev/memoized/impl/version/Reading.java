package dev.memoized.impl.version;

import dev.memoized.spi.Entry;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One reading of a version in a request: its first caller reads, others wait for it. */
final class Reading {
    private final CompletableFuture<@Nullable View> view = new CompletableFuture<>();

    /** Completed with null when the source failed and its failure was thrown. */
    CompletableFuture<@Nullable View> view() {
        return view;
    }

    /** Whether the request has used an entry with that tag. */
    boolean hasTag(String tag) {
        View known = view.getNow(null);
        Entry<Object> used = known == null ? null : known.used();
        return used != null && used.tags().contains(tag);
    }
}
