package dev.memoized.impl.engine;

import dev.memoized.impl.engine.Transactions.Ending;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one transaction has named, and will change unless it is rolled back. Thread-safe. */
final class Unfinished {
    private final Set<Mark> marks = ConcurrentHashMap.newKeySet();
    private final Set<Named> keys = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<Drop, Dropping> last = new ConcurrentHashMap<>();
    private final Lock lock = new ReentrantLock();
    private final List<Consumer<Ending>> changes = new ArrayList<>();
    private @Nullable Ending ended;

    private record Named(String name, Object key) {}

    /** A method names it. */
    void name(Drop drop) {
        if (drop.mark() != null) {
            marks.add(drop.mark());
        }
        if (drop.key() != null) {
            keys.add(new Named(drop.method().plan().name(), drop.key()));
        }
    }

    /** A method that has succeeded will make the drop at the end: who would have made it before leaves it to that one. */
    void isLeftTo(Dropping successor, Drop drop) {
        Dropping before = last.put(drop, successor);
        if (before != null) {
            before.leave(drop);
        }
    }

    /** Tells a change how it has ended: then; now, if it has ended already. */
    void atEnd(Consumer<Ending> change) {
        Ending already;
        lock.lock();
        try {
            already = ended;
            if (already == null) {
                changes.add(change);
            }
        } finally {
            lock.unlock();
        }
        if (already != null) {
            change.accept(already);
        }
    }

    /** It has ended. */
    void end(Ending ending) {
        List<Consumer<Ending>> waiting;
        lock.lock();
        try {
            ended = ending;
            waiting = List.copyOf(changes);
            changes.clear();
        } finally {
            lock.unlock();
        }
        waiting.forEach(change -> change.accept(ending));
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
