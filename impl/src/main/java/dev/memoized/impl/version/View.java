package dev.memoized.impl.version;

import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.spi.Entry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a call, or all calls of a request with one key, know of the data: its version, and the entry first used. */
public final class View {
    /** Of methods without versions: any entry will do, and nothing is kept. */
    public static final View ANY = new View(null);

    private final @Nullable Object version;
    private final AtomicReference<@Nullable Entry<Object>> used = new AtomicReference<>();

    View(@Nullable Object version) {
        this.version = version;
    }

    /** Without any version: the source failed. */
    static View unknown() {
        return new View(null);
    }

    /** For the entry; null when there is none or it could not be had. */
    public @Nullable Object version() {
        return version;
    }

    /** Whether a value of that version may be served. */
    public boolean accepts(@Nullable Object other) {
        return version == null || version.equals(other);
    }

    /** The verdict on what a store holds: what is outdated is as good as nothing, the rest is for the limits to say. */
    public Verdict judge(Limits limits, @Nullable Entry<?> entry, long now) {
        return entry == null || accepts(entry.version()) ? limits.judge(entry, now) : Verdict.MISS;
    }

    /** What the request has used first; null when it has used nothing yet. */
    public @Nullable Entry<Object> used() {
        return this == ANY ? null : used.get();
    }

    /** An entry was served to this call. */
    @SuppressWarnings("ReferenceEquality")
    public void use(Entry<Object> entry) {
        if (this != ANY) {
            used.compareAndSet(null, entry);
        }
    }
}
