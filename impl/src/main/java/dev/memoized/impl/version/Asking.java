package dev.memoized.impl.version;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a thread is inside of, innermost first: a source may call the method that it is the source of. Set only
 * while a source runs.
 */
final class Asking {
    private final ThreadLocal<@Nullable Link> current = new ThreadLocal<>();

    /** Whether this thread is asking for that version already. */
    boolean isInside(Seen seen) {
        for (Link link = current.get(); link != null; link = link.outer) {
            if (link.seen.equals(seen)) {
                return true;
            }
        }
        return false;
    }

    /** Asks for a version. */
    Object inside(Seen seen, Supplier<Object> source) {
        Link before = current.get();
        current.set(new Link(seen, before));
        try {
            return source.get();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }

    private record Link(Seen seen, @Nullable Link outer) {}
}
