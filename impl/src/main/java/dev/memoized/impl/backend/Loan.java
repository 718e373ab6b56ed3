package dev.memoized.impl.backend;

import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;

/** One lease in {@link Lent}; over for good, if it is. */
final class Loan {
    private final Target target;
    private final Object key;
    private volatile long deadline;
    private volatile boolean isOver;

    Loan(Target target, Object key, long deadline) {
        this.target = target;
        this.key = key;
        this.deadline = deadline;
    }

    boolean isOf(Target other) {
        return target == other;
    }

    /** Whether a store voids it when the mark is raised. */
    boolean isBelow(Mark mark) {
        return switch (mark.kind()) {
            case NAMESPACE -> target.namespace().equals(mark.name());
            case TAG -> TaggedKey.tagsOf(key).contains(mark.name());
            case GROUP -> TaggedKey.groupsOf(key).contains(mark);
        };
    }

    /** What is invalidated by it, with tags or without. */
    Object bareKey() {
        return bare(key);
    }

    static Object bare(Object key) {
        return key instanceof TaggedKey tagged ? tagged.key() : key;
    }

    /** In this JVM's time; a little late is no harm. */
    void endsAt(long nanos) {
        deadline = nanos;
    }

    boolean hasEndedBy(long nanos) {
        return deadline - nanos < 0;
    }

    void end() {
        isOver = true;
    }

    boolean isOver() {
        return isOver;
    }
}
