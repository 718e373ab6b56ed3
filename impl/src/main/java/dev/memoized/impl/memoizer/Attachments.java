package dev.memoized.impl.memoizer;

import dev.memoized.WrongUseException;
import dev.memoized.impl.engine.Entrance;
import dev.memoized.impl.engine.Invalidations;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/*
 * Concurrency: names are handed over one at a time: the tenure of who had it ends, then its marks are raised, then another
 * has the name. So whoever takes a lease before the marks may not publish, and whoever takes it after them asks its condition
 * when the tenure is over. A hand-over that fails leaves the name to whoever had it, whose marks the next one raises again.
 */
/** What the names of one memoizer stand for. Thread-safe. */
final class Attachments {
    /** Names are never forgotten: counters and marks bear them. */
    private static final int NAMES_AT_MOST = 10_000;

    private final ConcurrentMap<String, Attachment> attached = new ConcurrentHashMap<>();
    private final Lock handOver = new ReentrantLock();

    /**
     * Looks whether a name can be given.
     *
     * @throws WrongUseException when it cannot
     */
    void check(String name) {
        if (name.isEmpty() || name.indexOf('(') >= 0 || name.indexOf(')') >= 0) {
            throw new WrongUseException(FormMessage.MEMOIZER_NAME.textAt("Memoizer", name));
        }
        if (attached.size() >= NAMES_AT_MOST && !attached.containsKey(name)) {
            throw new WrongUseException(RuntimeMessage.MEMOIZER_NAMES_MANY.text(NAMES_AT_MOST));
        }
    }

    /** From now on the name stands for that, and for nothing else. */
    void attach(String name, Attachment fresh, Invalidations invalidations) {
        handOver.lock();
        try {
            end(attached.getOrDefault(name, Attachment.none()), invalidations);
            attached.put(name, fresh);
        } finally {
            handOver.unlock();
        }
    }

    /** Whether the name has stood for something. */
    boolean detach(String name, Invalidations invalidations) {
        handOver.lock();
        try {
            Attachment former = attached.getOrDefault(name, Attachment.none());
            end(former, invalidations);
            attached.replace(name, Attachment.none());
            return !former.entrances().isEmpty();
        } finally {
            handOver.unlock();
        }
    }

    /** All its marks, whichever of them fails. */
    private static void end(Attachment former, Invalidations invalidations) {
        former.tenure().end();
        RuntimeException failed = null;
        for (Entrance each : former.entrances()) {
            MemoizedMethod method = each.method();
            try {
                invalidations.raise(method, Mark.namespace(method.plan().name()), InvalidationMode.HARD);
            } catch (RuntimeException failure) {
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** All methods, in the order of their names. */
    List<Entrance> entrances() {
        return attached.values().stream()
                .flatMap(each -> each.entrances().stream())
                .sorted(Comparator.comparing(each -> each.method().plan().name()))
                .toList();
    }

    /** All tenures end; what is remembered stays where it is. */
    void close() {
        attached.values().forEach(each -> each.tenure().end());
    }
}
