package dev.memoized.redis;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What bytes come to. Thread-safe. */
final class Judge {
    private final AtomicLong unreadable = new AtomicLong();
    private final Shared shared;

    Judge(Shared shared) {
        this.shared = shared;
    }

    /** How many could not be read. */
    long unreadable() {
        return unreadable.get();
    }

    /** What a script has judged. */
    @Nullable
    Entry<byte[]> found(Asked answer) {
        Entry<byte[]> entry =
                answer.verdict().isEmpty() ? null : whole(answer.held().get(0));
        return entry != null && answer.verdict().equals("soft") ? entry.softly() : entry;
    }

    /** In this JVM's time, whatever marks say. */
    @Nullable
    Entry<byte[]> whole(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (Form.read(bytes) instanceof Envelope.Whole whole) {
            return whole.computedAt(shared.nanos(whole.entry().computedAt()));
        }
        unreadable.incrementAndGet();
        return null;
    }
}
