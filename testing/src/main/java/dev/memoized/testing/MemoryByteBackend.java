package dev.memoized.testing;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A backend of bytes without a server: each entry is an {@link dev.memoized.spi.Envelope} under the text of its key, and a
 * whole number decimal text beside its facts. It keeps all there is room for. Thread-safe: one operation at a time.
 *
 * <p>For tests of what lies before such a backend, and to be read by whoever writes one.
 */
public final class MemoryByteBackend implements ByteBackend {
    private final Map<String, MemoryByteStore> stores = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final TimeSource time;
    private final int largest;
    private final MemoryMarks marks;

    /**
     * An empty backend.
     *
     * @param time by which lives end; the clock of the store, too
     * @param largest how many bytes an entry may take, with its facts
     */
    public MemoryByteBackend(TimeSource time, int largest) {
        this.time = time;
        this.largest = largest;
        this.marks = new MemoryMarks(time);
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return held(namespace);
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of();
    }

    /**
     * The bytes under a key, as another client of the same server would see them.
     *
     * @param namespace in which
     * @param key its text
     * @return a copy; empty when there are none
     */
    public byte[] bytes(Namespace namespace, String key) {
        return held(namespace).bytes(key);
    }

    /**
     * Puts bytes under a key that holds some, as another client of the same server would.
     *
     * @param namespace in which
     * @param key its text
     * @param bytes anything
     */
    public void overwrite(Namespace namespace, String key, byte[] bytes) {
        held(namespace).overwrite(key, bytes);
    }

    private MemoryByteStore held(Namespace namespace) {
        lock.lock();
        try {
            String name = namespace.schema().length() + ":" + namespace.schema() + namespace.name();
            MemoryByteStore fresh = new MemoryByteStore(namespace.name(), this);
            MemoryByteStore known = stores.putIfAbsent(name, fresh);
            return known == null ? fresh : known;
        } finally {
            lock.unlock();
        }
    }

    ReentrantLock lock() {
        return lock;
    }

    TimeSource time() {
        return time;
    }

    int largest() {
        return largest;
    }

    MemoryMarks marks() {
        return marks;
    }

    void raise(Mark mark, InvalidationMode mode) {
        lock.lock();
        try {
            marks.raise(mark, mode);
        } finally {
            lock.unlock();
        }
    }
}
