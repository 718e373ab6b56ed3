package dev.memoized.impl.version;

import dev.memoized.impl.key.StoredVersion;
import dev.memoized.spi.Entry;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a call, or all calls of a request with one key, know of the data: its version, and the entry first used. */
public final class View {
    /** Of methods without versions: any entry will do, and nothing is kept. */
    public static final View ANY = new View(null, false);

    private final @Nullable Object version;
    private final boolean isOfFailure;
    private final AtomicReference<@Nullable Entry<Object>> used = new AtomicReference<>();

    View(@Nullable Object version) {
        this(version, false);
    }

    private View(@Nullable Object version, boolean isOfFailure) {
        this.version = version;
        this.isOfFailure = isOfFailure;
    }

    /** Without any version: the source is being asked. */
    static View unknown() {
        return new View(null);
    }

    /** The same: the source failed. */
    static View ofFailure() {
        return new View(null, true);
    }

    /** Whether the version source failed. */
    public boolean isOfFailure() {
        return isOfFailure;
    }

    /** For the entry; null when there is none or it could not be had. */
    public @Nullable Object version() {
        return version;
    }

    /** Whether a value of that version may be served. */
    public boolean accepts(@Nullable Object other) {
        return version == null
                || version.equals(other)
                || (other instanceof StoredVersion stored && stored.isOf(version));
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
