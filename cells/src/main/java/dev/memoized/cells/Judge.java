package dev.memoized.cells;

import dev.memoized.spi.AtHand;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cell comes to: by the marks, the time of day, and who is there. Thread-safe. */
final class Judge {
    private static final Duration LONGEST = Duration.ofDays(50_000);

    private final Names names;
    private final Ledger ledger;
    private final TimeSource time;

    Judge(Names names, Ledger ledger, TimeSource time) {
        this.names = names;
        this.ledger = ledger;
        this.time = time;
    }

    /** What the key holds; null when it holds nothing. */
    @Nullable
    Entry<byte[]> found(Cell cell, Scope scope) {
        return found(cell, scope, () -> ledger.page(scope.marks()));
    }

    /**
     * The same with marks that were read already.
     *
     * @param page those of the key; asked for when there is an entry
     */
    @Nullable
    Entry<byte[]> found(Cell cell, Scope scope, Supplier<Page> page) {
        Held held = cell.held();
        long now = micros();
        if (held == null || held.isOverAt(now)) {
            return null;
        }
        Set<String> marks = marks(scope, held.entry().tags());
        Page ofKey = page.get();
        return judged(held, marks, ofKey.tellsOf(marks) ? ofKey : ledger.page(marks), now);
    }

    /** The same, if the marks that count are known here. */
    Optional<AtHand<byte[]>> atHand(Cell cell, Scope scope) {
        Held held = cell.held();
        long now = micros();
        if (held == null || held.isOverAt(now)) {
            return Optional.of(new AtHand<>(null));
        }
        Set<String> marks = marks(scope, held.entry().tags());
        Page page = ledger.pageAtHand(marks);
        return page == null ? Optional.empty() : Optional.of(new AtHand<>(judged(held, marks, page, now)));
    }

    private @Nullable Entry<byte[]> judged(Held held, Set<String> marks, Page page, long now) {
        boolean isSoft = false;
        for (String mark : marks) {
            Level level = page.level(mark);
            if (held.isBelow(mark, level.hard())) {
                return null;
            }
            isSoft |= held.isBelow(mark, level.soft());
        }
        Entry<byte[]> entry = inNanos(held, now);
        return isSoft ? entry.softly() : entry;
    }

    /** Those of the key, and those of tags. */
    Set<String> marks(Scope scope, Set<String> tags) {
        return scope.marksAnd(Set.copyOf(tags.stream().map(names::tag).toList()));
    }

    /** In this JVM's time. */
    private Entry<byte[]> inNanos(Held held, long now) {
        Entry<byte[]> entry = held.entry();
        long age = 1_000 * Math.max(0, now - entry.computedAt());
        return computedAt(entry, time.nanos() - age).asOf(held.number());
    }

    private static Entry<byte[]> computedAt(Entry<byte[]> entry, long when) {
        return new Entry<>(
                entry.value(),
                when,
                entry.computationTime(),
                entry.version(),
                entry.asOf(),
                entry.tags(),
                entry.softlyInvalidated(),
                entry.ownLimits());
    }

    /**
     * An entry as it is to be kept.
     *
     * @return null when it has no life
     */
    @Nullable
    Held held(Entry<byte[]> entry, long asOf, Duration life, @Nullable Exempt exempt) {
        if (isNone(life)) {
            return null;
        }
        long age = Math.max(0, (time.nanos() - entry.computedAt()) / 1_000);
        return new Held(computedAt(entry, micros() - age).asOf(asOf), endOf(life), exempt);
    }

    static boolean isNone(Duration life) {
        return life.isZero() || life.isNegative();
    }

    /** The time of day when a life has ended that begins now. */
    long endOf(Duration life) {
        return life.compareTo(LONGEST) > 0 ? Held.NEVER : micros() + micros(life);
    }

    /** Rounded up, and at most what can be counted. */
    static long micros(Duration life) {
        Duration bounded = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        return Math.max(
                1,
                bounded.plusNanos(999).toSeconds() * 1_000_000
                        + bounded.plusNanos(999).toNanosPart() / 1_000);
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time.now());
    }

    /** How long what lies in a cell needs it; never less than nothing, which a ground may take for ever. */
    Duration lifeOf(Cell cell) {
        Held held = cell.held();
        if (held != null && held.endsAt() == Held.NEVER) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
        long ofEntry = held == null ? 0 : Math.max(0, held.endsAt() - micros());
        return Stream.concat(Stream.of(ofEntry), cell.rights().stream().map(Right::life))
                .map(micros -> Duration.of(micros, ChronoUnit.MICROS))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
