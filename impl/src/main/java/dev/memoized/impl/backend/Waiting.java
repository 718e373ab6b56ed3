package dev.memoized.impl.backend;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The invalidations that a backend could not take yet: the last of each key and mark. They only take away, so their order is
 * of no account; marks go first, because they take most. The leases that the backend would void are over as soon as they
 * wait. Thread-safe.
 *
 * <p>When keys are too many, those of a namespace are replaced by its hard mark; when tags and groups are, by the hard marks
 * of all namespaces, also of those that are opened later.
 */
final class Waiting {
    static final int KEYS_AT_MOST = 10_000;
    static final int MARKS_AT_MOST = 1_000;
    static final int KEYS_AT_ONCE = 500;

    /** So often a store is given the mark instead of its keys: one of them may be what it fails at. */
    static final int MARK_INSTEAD = 10;

    /*
     * Concurrency: what was taken by next() stays until it is told to be applied, and only if nobody has added it again
     * meanwhile. So whoever finds nothing waiting knows that all that was added before has been done. Leases end under the
     * lock: none is ended that began after what ends it had been applied.
     */
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Target, Map<Object, Long>> keys = new LinkedHashMap<>();
    private final Map<Mark, Batch.Raised> marks = new LinkedHashMap<>();
    private final List<Target> opened = new ArrayList<>();
    private final Lent lent;
    private boolean tagsForgotten;
    private int keyCount;
    private int attempts;
    private long added;
    private long widened;
    private volatile int size;

    Waiting(Lent lent) {
        this.lent = lent;
    }

    /** A store of the backend. */
    void open(Target target) {
        update(() -> {
            opened.add(target);
            if (tagsForgotten) {
                dropAllOf(target);
            }
            return null;
        });
    }

    /** True when they were too many. */
    boolean add(Target target, Collection<?> these) {
        return update(() -> {
            long before = widened;
            these.forEach(key -> add(target, key));
            return widened != before;
        });
    }

    private void add(Target target, Object key) {
        long number = ++added;
        lent.end(target, key);
        Mark whole = Mark.namespace(target.namespace());
        Batch.Raised covering = marks.get(whole);
        if (covering != null && covering.mode() == InvalidationMode.HARD) {
            marks.put(whole, covering.again(InvalidationMode.HARD, number));
            return;
        }
        keys.putIfAbsent(target, new LinkedHashMap<>());
        Map<Object, Long> others = keys.getOrDefault(target, Map.of());
        keyCount += others.put(key, number) == null ? 1 : 0;
        if (keyCount > KEYS_AT_MOST) {
            widened++;
            dropAllOf(target);
        }
    }

    /** True when they were too many. */
    boolean add(Target target, Mark mark, InvalidationMode mode) {
        return update(() -> {
            if (mark.kind() == Mark.Kind.NAMESPACE && mode == InvalidationMode.HARD) {
                forgetKeysOf(mark.name());
            }
            raise(target, mark, mode);
            boolean tooMany = mark.kind() != Mark.Kind.NAMESPACE && marks.size() > MARKS_AT_MOST;
            if (tooMany) {
                widened++;
                tagsForgotten = true;
                marks.clear();
                opened.forEach(this::dropAllOf);
            }
            return tooMany;
        });
    }

    private void dropAllOf(Target target) {
        forgetKeysOf(target.namespace());
        raise(target, Mark.namespace(target.namespace()), InvalidationMode.HARD);
    }

    private void raise(Target target, Mark mark, InvalidationMode mode) {
        long number = ++added;
        lent.end(mark);
        Batch.Raised known = marks.get(mark);
        marks.put(mark, known == null ? new Batch.Raised(target, mark, mode, number) : known.again(mode, number));
    }

    private void forgetKeysOf(String namespace) {
        keys.keySet().removeIf(target -> target.namespace().equals(namespace));
        keyCount = keys.values().stream().mapToInt(Map::size).sum();
    }

    /** Some of them; null when there are none. */
    @Nullable
    Batch next() {
        return update(() -> {
            if (!marks.isEmpty()) {
                return marks.values().iterator().next();
            }
            return keys.isEmpty() ? null : some(keys.entrySet().iterator().next(), ++attempts % MARK_INSTEAD == 0);
        });
    }

    private static Batch some(Map.Entry<Target, Map<Object, Long>> ofOne, boolean whole) {
        Map<Object, Long> some = new HashMap<>();
        ofOne.getValue().entrySet().stream()
                .limit(KEYS_AT_ONCE)
                .forEach(each -> some.put(each.getKey(), each.getValue()));
        return new Batch.Keys(ofOne.getKey(), some, whole);
    }

    /** The store has done it. */
    void applied(Batch batch) {
        update(() -> {
            attempts = 0;
            if (batch instanceof Batch.Raised raised) {
                marks.remove(raised.mark(), raised);
            } else if (batch instanceof Batch.Keys some) {
                forget(some);
            }
            return null;
        });
    }

    private void forget(Batch.Keys some) {
        Map<Object, Long> known = keys.getOrDefault(some.target(), new HashMap<>());
        some.numbers().forEach((key, number) -> keyCount -= known.remove(key, number) ? 1 : 0);
        if (known.isEmpty()) {
            keys.remove(some.target());
        }
    }

    private <T extends @Nullable Object> T update(Supplier<T> work) {
        lock.lock();
        try {
            T result = work.get();
            size = keyCount + marks.size();
            return result;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long added() {
        return update(() -> added);
    }

    long widened() {
        return update(() -> widened);
    }
}
