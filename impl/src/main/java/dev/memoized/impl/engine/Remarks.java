package dev.memoized.impl.engine;

import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.Entry;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What one computation says of its value while it runs. Thread-safe; what is said after its end is not heard. */
final class Remarks {
    private final AtomicReference<Said> said = new AtomicReference<>(Said.NOTHING);
    private final @Nullable Entry<Object> remembered;
    private final @Nullable Object version;
    private final RuntimeMessage nothingStays;

    /**
     * Nothing yet.
     *
     * @param remembered what the answer to the request for the lease held, if it may be served: nothing else may go on, for
     *     what was read before may have been invalidated since
     * @param version that the call wants; null when any will do
     */
    Remarks(@Nullable Entry<Object> remembered, @Nullable Object version) {
        this(remembered, version, RuntimeMessage.NOTHING_REMEMBERED);
    }

    private Remarks(@Nullable Entry<Object> remembered, @Nullable Object version, RuntimeMessage nothingStays) {
        this.remembered = remembered;
        this.version = version;
        this.nothingStays = nothingStays;
    }

    /** Of a computation whose value is not stored. */
    static Remarks unheard() {
        return new Remarks(null, null);
    }

    /** Of a result that takes the place of what is remembered. */
    static Remarks ofPut() {
        return new Remarks(null, null, RuntimeMessage.NOT_MODIFIED_PUT);
    }

    void add(UnaryOperator<Said> remark) {
        said.updateAndGet(remark);
    }

    @Nullable
    Entry<Object> remembered() {
        return remembered;
    }

    /** What the version source said of an entry; a store may keep it in another form. */
    @Nullable
    Object versionOf(Entry<Object> entry) {
        return version == null ? entry.version() : version;
    }

    void notModified() {
        Entry<Object> old = remembered;
        if (old == null) {
            throw new IllegalStateException(nothingStays.text());
        }
        add(before -> before.unmodified(old));
    }

    /** All that was said so far. */
    Said said() {
        return Objects.requireNonNull(said.get());
    }
}
