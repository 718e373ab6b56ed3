package dev.memoized.cells;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ground of this JVM, which all who stand on it share. Nothing in it ends by itself. */
final class Memory {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Stored> all = new HashMap<>();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Map<String, Long> lives = new ConcurrentHashMap<>();
    private final boolean tellsNames;
    private long changes;
    private volatile String fatal = "";
    private volatile boolean isTorn;
    private volatile boolean isInterrupted;

    /**
     * An empty one.
     *
     * @param tellsNames true: of a change only its name is told, and what it has is asked for
     */
    Memory(boolean tellsNames) {
        this.tellsNames = tellsNames;
    }

    /** For one of those who stand on it. */
    Ground ground() {
        return new OfOne();
    }

    Source source() {
        return new Source() {
            @Override
            public Ground open() {
                return ground();
            }

            @Override
            public RuntimeException said(RuntimeException failure) {
                return failure instanceof MemoizedException
                        ? failure
                        : new BackendException(failure.getMessage(), null);
            }
        };
    }

    /** What the first who listens asks for, told that a name has changed. */
    Consumer<byte @Nullable []> question(String name) {
        return Objects.requireNonNull(told.get(0).changed(name, 0));
    }

    /** After the next change of a cell no text can be read. */
    void tearsAt(String cell) {
        fatal = cell;
    }

    /** As if who reads cells were interrupted meanwhile. */
    void interrupts() {
        isInterrupted = true;
    }

    void mend() {
        fatal = "";
        isTorn = false;
    }

    /** That which a cell was given last, in milliseconds. */
    long lifeOf(String cell) {
        return lives.getOrDefault(cell, Long.MIN_VALUE);
    }

    /** As others would, without a word to anybody. */
    void write(String name, String text) {
        lock.lock();
        try {
            all.put(name, Stored.of(text.getBytes(UTF_8), ++changes));
        } finally {
            lock.unlock();
        }
    }

    void remove(String name) {
        lock.lock();
        try {
            all.remove(name);
        } finally {
            lock.unlock();
        }
    }

    private Stored see(String name) {
        lock.lock();
        try {
            return all.getOrDefault(name, Stored.NOTHING);
        } finally {
            lock.unlock();
        }
    }

    /** Null when that is done. */
    private @Nullable Stored exchange(String name, Stored former, byte[] next) {
        lock.lock();
        try {
            Stored there = see(name);
            if (there.version() != former.version()) {
                return there;
            }
            all.put(name, Stored.of(next, ++changes));
        } finally {
            lock.unlock();
        }
        tell(name);
        return null;
    }

    private void tell(String name) {
        for (Told each : told) {
            Consumer<byte @Nullable []> answer =
                    tellsNames ? each.changed(name, see(name).version()) : null;
            byte[] bytes = see(name).bytes();
            if (answer != null) {
                answer.accept(bytes);
            } else if (!tellsNames && bytes != null) {
                each.cell(name, bytes);
                each.text(name, new String(bytes, UTF_8));
            }
        }
    }

    private final class OfOne implements Ground, Cells, Texts {
        private @Nullable Told mine;

        @Override
        public Cells cells() {
            return this;
        }

        @Override
        public Texts texts() {
            return this;
        }

        @Override
        public Stored see(String name) {
            if (isInterrupted) {
                throw new IllegalStateException(new InterruptedException());
            }
            return Memory.this.see(name);
        }

        @Override
        public boolean set(String name, Stored seen, byte[] next, long life) {
            lives.put(name, life);
            boolean isSet = Memory.this.exchange(name, seen, next) == null;
            isTorn |= isSet && name.equals(fatal);
            return isSet;
        }

        @Override
        public Stored put(String name, byte[] next, long life) {
            while (true) {
                Stored former = see(name);
                if (set(name, former, next, life)) {
                    return former;
                }
            }
        }

        @Override
        public Stored agree(String name, byte[] nothing, long life) {
            set(name, Stored.NOTHING, nothing, life);
            return see(name);
        }

        @Override
        public Map<String, String> get(Collection<String> names) {
            if (isTorn) {
                throw new IllegalStateException("torn");
            }
            Map<String, String> found = new HashMap<>();
            for (String name : names) {
                byte[] bytes = see(name).bytes();
                if (bytes != null) {
                    found.put(name, new String(bytes, UTF_8));
                }
            }
            return found;
        }

        @Override
        public @Nullable String exchange(String name, @Nullable String former, String next, long seconds) {
            Stored seen = see(name);
            byte[] bytes = former == null ? null : former.getBytes(UTF_8);
            if (Arrays.equals(seen.bytes(), bytes) && set(name, seen, next.getBytes(UTF_8), seconds)) {
                return null;
            }
            byte[] there = see(name).bytes();
            return there == null ? exchange(name, null, next, seconds) : new String(there, UTF_8);
        }

        @Override
        public void listen(Told who) {
            mine = who;
            told.add(who);
        }

        @Override
        public void close() {
            told.remove(mine);
        }
    }
}
