package dev.memoized.testing;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The numbers of a {@link MemoryByteBackend}'s invalidations. Used under its lock. */
final class MemoryMarks {
    private final Map<Mark, Long> hard = new HashMap<>();
    private final Map<Mark, Long> soft = new HashMap<>();
    private final TimeSource time;
    private long last;

    MemoryMarks(TimeSource time) {
        this.time = time;
        this.last = micros();
    }

    /** The number of what begins now. */
    long number() {
        return last;
    }

    void raise(Mark mark, InvalidationMode mode) {
        last = Math.max(last + 1, micros());
        (mode == InvalidationMode.HARD ? hard : soft).put(mark, last);
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.now());
    }

    /** What the marks leave of an entry. */
    @Nullable
    Entry<byte[]> left(Entry<byte[]> entry, String namespace, Object key) {
        if (isBelow(hard, entry.asOf(), entry.tags(), namespace, key)) {
            return null;
        }
        return isBelow(soft, entry.asOf(), entry.tags(), namespace, key) ? entry.softly() : entry;
    }

    /** Whether something was invalidated that concerns the key or these tags. */
    boolean raisedSince(long asOf, Set<String> tags, String namespace, Object key) {
        return isBelow(hard, asOf, tags, namespace, key) || isBelow(soft, asOf, tags, namespace, key);
    }

    private static boolean isBelow(Map<Mark, Long> raised, long asOf, Set<String> tags, String namespace, Object key) {
        Stream<Mark> ofTags =
                Stream.concat(tags.stream(), TaggedKey.tagsOf(key).stream()).map(Mark::tag);
        Stream<Mark> others = Stream.concat(TaggedKey.groupsOf(key).stream(), Stream.of(Mark.namespace(namespace)));
        return Stream.concat(ofTags, others).anyMatch(mark -> raised.getOrDefault(mark, Long.MIN_VALUE) > asOf);
    }
}
