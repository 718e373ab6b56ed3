package dev.memoized.impl.local;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TimeSource;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.BooleanSupplier;

/**
 * The marks of one backend, raised with one number that only grows.
 *
 * <p>Only the tags and groups invalidated last are remembered one by one. The others together have the numbers of the
 * highest that was forgotten: that may cost computations, never an invalidation, and one that was never invalidated costs
 * nothing.
 */
final class Marks {
    /*
     * Concurrency: raised while no turn is open, so what a turn has seen of the marks holds until it is closed. Reads take
     * no lock: a tag's or group's own mark is forgotten only after the common one knows its numbers.
     */
    private final StampedLock turns = new StampedLock();
    private final Map<String, Numbers> namespaces = new ConcurrentHashMap<>();
    private final Map<Object, Numbers> raised = new ConcurrentHashMap<>();
    private final Set<Object> oldestFirst = new LinkedHashSet<>();
    private final Numbers forgotten = new Numbers();
    private final TimeSource time;
    private final int maximumTags;
    private volatile long last;

    Marks(TimeSource time, int maximumTags) {
        this.time = time;
        this.maximumTags = maximumTags;
        this.last = micros(time.now());
    }

    /** The last number that was given to a mark. */
    long last() {
        return last;
    }

    Numbers ofNamespace(String name) {
        Numbers fresh = new Numbers();
        Numbers known = namespaces.putIfAbsent(name, fresh);
        return known == null ? fresh : known;
    }

    Numbers ofTag(String tag) {
        return of(tag);
    }

    Numbers ofGroup(Mark group) {
        return of(group);
    }

    private Numbers of(Object tagOrGroup) {
        Numbers known = raised.get(tagOrGroup);
        return known == null ? forgotten : known;
    }

    /** From now on no mark is raised. */
    long beginTurn() {
        return turns.readLock();
    }

    /**
     * Marks may be raised again.
     *
     * @param stamp what {@link #beginTurn()} said
     */
    void endTurn(long stamp) {
        turns.unlockRead(stamp);
    }

    /**
     * Raises a mark.
     *
     * @param meanwhile is run before the next turn begins
     */
    void raise(Mark mark, InvalidationMode mode, Runnable meanwhile) {
        raiseIf(() -> true, mark, mode, meanwhile);
    }

    /**
     * Raises a mark, hard, unless something was raised before that forbids it.
     *
     * @param meanwhile is run before the next turn begins, when the mark was raised
     * @return whether it was
     */
    boolean raiseIf(BooleanSupplier stands, Mark mark, Runnable meanwhile) {
        return raiseIf(stands, mark, InvalidationMode.HARD, meanwhile);
    }

    private boolean raiseIf(BooleanSupplier stands, Mark mark, InvalidationMode mode, Runnable meanwhile) {
        long now = micros(time.now());
        long stamp = turns.writeLock();
        try {
            if (!stands.getAsBoolean()) {
                return false;
            }
            raise(mark, mode, now);
            meanwhile.run();
            return true;
        } finally {
            turns.unlockWrite(stamp);
        }
    }

    private void raise(Mark mark, InvalidationMode mode, long now) {
        long next = Math.max(last + 1, now);
        switch (mark.kind()) {
            case NAMESPACE -> raiseNamespace(mark.name(), mode, next);
            case TAG -> raiseOne(mark.name(), mode, next);
            case GROUP -> raiseOne(mark, mode, next);
        }
        last = next;
    }

    /** Runs something while no turn is open. */
    void alone(Runnable work) {
        long stamp = turns.writeLock();
        try {
            work.run();
        } finally {
            turns.unlockWrite(stamp);
        }
    }

    /** One that nobody has opened has no entries. */
    private void raiseNamespace(String name, InvalidationMode mode, long number) {
        Numbers known = namespaces.get(name);
        if (known != null) {
            known.raise(mode, number);
        }
    }

    private void raiseOne(Object tagOrGroup, InvalidationMode mode, long number) {
        Numbers numbers = new Numbers();
        numbers.include(of(tagOrGroup));
        numbers.raise(mode, number);
        raised.put(tagOrGroup, numbers);
        oldestFirst.remove(tagOrGroup);
        oldestFirst.add(tagOrGroup);
        if (oldestFirst.size() > maximumTags) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Iterator<Object> oldest = oldestFirst.iterator();
        Object tagOrGroup = oldest.next();
        forgotten.include(of(tagOrGroup));
        raised.remove(tagOrGroup);
        oldest.remove();
    }

    private static long micros(Instant now) {
        return TimeUnit.SECONDS.toMicros(now.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(now.getNano());
    }
}
