package dev.memoized.impl.version;

import dev.memoized.spi.Entry;
import java.util.concurrent.CompletableFuture;

/** One reading of a version in a request: its first caller reads, others wait for it. */
final class Reading {
    private final CompletableFuture<View> view = new CompletableFuture<>();

    CompletableFuture<View> view() {
        return view;
    }

    /** Whether the request has used an entry with that tag. */
    boolean hasTag(String tag) {
        Entry<Object> used = view.isDone() ? view.join().used() : null;
        return used != null && used.tags().contains(tag);
    }
}
