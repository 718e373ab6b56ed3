package dev.memoized.redis;

import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.TaggedKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What bytes and marks come to. Thread-safe. */
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

    /**
     * What marks leave of what was read.
     *
     * @param answer the entry, the number of the last invalidation, and the marks of the key
     * @param key its tags' marks are among them
     */
    @Nullable
    Entry<byte[]> judged(List<byte @Nullable []> answer, Object key) {
        byte[] bytes = answer.get(0);
        Entry<byte[]> entry = bytes == null ? null : whole(bytes);
        byte[] number = answer.get(1);
        if (entry == null || (number != null && Level.number(number) < entry.asOf())) {
            return null;
        }
        Level level = added(entry.tags(), TaggedKey.tagsOf(key));
        for (byte[] mark : answer.subList(2, answer.size())) {
            level = level.and(Level.of(mark, number));
        }
        if (level.hard() > entry.asOf()) {
            return null;
        }
        return level.soft() > entry.asOf() ? entry.softly() : entry;
    }

    private Level added(Set<String> tags, Set<String> known) {
        List<String> more = tags.stream().filter(tag -> !known.contains(tag)).toList();
        return more.isEmpty() ? Level.NONE : shared.marks().of(more);
    }

    /** What a script has judged. */
    @Nullable
    Entry<byte[]> found(String verdict, byte[] bytes) {
        Entry<byte[]> entry = verdict.isEmpty() ? null : whole(bytes);
        return entry != null && verdict.equals("soft") ? entry.softly() : entry;
    }

    /** In this JVM's time. */
    private @Nullable Entry<byte[]> whole(byte[] bytes) {
        if (Form.read(bytes) instanceof Envelope.Whole whole) {
            return whole.computedAt(shared.nanos(whole.entry().computedAt()));
        }
        unreadable.incrementAndGet();
        return null;
    }
}
