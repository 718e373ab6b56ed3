package dev.memoized.impl.engine;

import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What one transaction has named, and will change if it is committed. Thread-safe. */
final class Unfinished {
    private final Set<Mark> marks = ConcurrentHashMap.newKeySet();
    private final Set<Named> keys = ConcurrentHashMap.newKeySet();
    private final Lock lock = new ReentrantLock();
    private final List<Runnable> changes = new ArrayList<>();
    private @Nullable Boolean committed;

    private record Named(String name, Object key) {}

    void name(Drop drop) {
        if (drop.mark() != null) {
            marks.add(drop.mark());
        }
        if (drop.key() != null) {
            keys.add(new Named(drop.method().plan().name(), drop.key()));
        }
    }

    /** Makes a change at the end; now, if it has been committed already, and never, if it was rolled back. */
    void atCommit(Runnable change) {
        Boolean ended;
        lock.lock();
        try {
            ended = committed;
            if (ended == null) {
                changes.add(change);
            }
        } finally {
            lock.unlock();
        }
        if (Boolean.TRUE.equals(ended)) {
            change.run();
        }
    }

    /** It has ended. */
    void end(boolean isCommitted) {
        List<Runnable> waiting;
        lock.lock();
        try {
            committed = isCommitted;
            waiting = List.copyOf(changes);
            changes.clear();
        } finally {
            lock.unlock();
        }
        if (isCommitted) {
            waiting.forEach(Runnable::run);
        }
    }

    boolean names(String name, Object key) {
        return marks.contains(Mark.namespace(name))
                || keys.contains(new Named(name, key))
                || TaggedKey.groupsOf(key).stream().anyMatch(marks::contains)
                || namesOneOf(TaggedKey.tagsOf(key));
    }

    boolean namesOneOf(Set<String> tags) {
        return tags.stream().map(Mark::tag).anyMatch(marks::contains);
    }

    boolean namesTags() {
        return marks.stream().anyMatch(mark -> mark.kind() == Mark.Kind.TAG);
    }
}
