package dev.memoized.cells;

import dev.memoized.spi.InvalidationMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The number of the last invalidation and the marks: raised by compare-and-set. Thread-safe. */
final class Ledger {
    /** How long marks of tags and groups are kept that nobody raises; then their entries are computed once more. */
    static final Duration KEPT = Duration.ofDays(7);

    private final Texts texts;
    private final Names names;
    private final Era era;
    private final Supplier<Instant> now;

    /**
     * Neither reads nor writes yet.
     *
     * @param now where numbers begin that nobody has given yet
     */
    Ledger(Texts texts, Names names, Era era, Supplier<Instant> now) {
        this.texts = texts;
        this.names = names;
        this.era = era;
        this.now = now;
    }

    /** The era that others know of. */
    void learn() {
        texts.get(List.of(names.era(), names.number())).values().forEach(era::heard);
    }

    /** That which was read {@linkplain #withNumber with the number}. */
    void learn(Map<String, String> read) {
        era.heard(read.get(names.number()));
    }

    static long whole(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException odd) {
            return Long.MAX_VALUE;
        }
    }

    /** The names of what is read with marks. */
    Collection<String> withNumber(Collection<String> marks) {
        Set<String> all = new LinkedHashSet<>(marks);
        all.add(names.number());
        return all;
    }

    /** Marks as they are now. */
    Page page(Set<String> marks) {
        return page(marks, texts.get(withNumber(marks)));
    }

    /** The same, if it is known here, and there is nothing to put right. */
    @Nullable
    Page pageAtHand(Set<String> marks) {
        Map<String, String> read = texts.getAtHand(withNumber(marks));
        if (read == null || !read.keySet().containsAll(marks)) {
            return null;
        }
        String number = read.get(names.number());
        return isOfNow(number) ? new Page(digits(number), marks, levels(marks, read)) : null;
    }

    /**
     * Marks as they were read {@linkplain #withNumber with the number}. When one was not there the number is read again: it
     * must not be older than the loss.
     */
    Page page(Set<String> marks, Map<String, String> read) {
        Map<String, Level> levels = levels(marks, read);
        boolean isAnyLost = levels.size() < marks.size();
        return new Page(isAnyLost ? number() : numberOf(read.get(names.number())), marks, levels);
    }

    private static Map<String, Level> levels(Set<String> marks, Map<String, String> read) {
        Map<String, Level> levels = new HashMap<>();
        for (String mark : marks) {
            String text = read.get(mark);
            if (text != null) {
                levels.put(mark, Level.of(text));
            }
        }
        return levels;
    }

    /** That of the last invalidation. One of another era is none: all begin with what one of them puts there. */
    long number() {
        return numberOf(get(names.number()));
    }

    private long numberOf(@Nullable String read) {
        String text = read;
        era.heard(text);
        while (!isOfNow(text)) {
            String fresh = text(Math.max(digits(text) + 1, micros()));
            String there = texts.exchange(names.number(), text, fresh, Cells.FOR_GOOD);
            text = there == null ? fresh : there;
            era.heard(text);
        }
        return digits(text);
    }

    private @Nullable String get(String name) {
        return texts.get(List.of(name)).get(name);
    }

    private boolean isOfNow(@Nullable String text) {
        return text != null && Era.of(text) == era.current();
    }

    private String text(long number) {
        return era.current() + " " + number;
    }

    private static long digits(@Nullable String text) {
        return text == null ? 0 : whole(text.substring(text.lastIndexOf(' ') + 1));
    }

    private long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, now.get());
    }

    /**
     * Those that are not there count as raised now, and no later: before a number is taken for what is to be kept.
     *
     * @return as they are then
     */
    Page begin(Set<String> marks) {
        Page page = page(marks);
        Map<String, Level> levels = new HashMap<>(page.levels());
        for (String mark : marks) {
            if (!levels.containsKey(mark)) {
                Level lost = Level.lost(page.number());
                String there = texts.exchange(mark, null, lost.text(), kept(mark));
                levels.put(mark, there == null ? lost : Level.of(there));
            }
        }
        return new Page(page.number(), marks, levels);
    }

    /**
     * Raises a mark. To a number above the one it has: somebody may have raised it after this one got its number, and with it
     * have stored what that mark does not take.
     *
     * @return to what, and what it was before
     */
    Raised raise(String mark, InvalidationMode mode) {
        long before = number();
        long number = next(before);
        String text = get(mark);
        while (true) {
            Level former = text == null ? Level.lost(before) : Level.of(text);
            if (former.isRaisedTo(number, mode)) {
                number = next(number());
            }
            Level level = mode == InvalidationMode.HARD ? former.hard(number) : former.soft(number);
            text = texts.exchange(mark, text, level.text(), kept(mark));
            if (text == null) {
                return new Raised(mark, number, former);
            }
        }
    }

    /**
     * A mark that was raised.
     *
     * @param name of the mark
     * @param number to what
     * @param former what it was before
     */
    record Raised(String name, long number, Level former) {}

    private long next(long last) {
        long number = last;
        while (true) {
            long next = Math.max(number + 1, micros());
            String there = texts.exchange(names.number(), text(number), text(next), Cells.FOR_GOOD);
            if (there == null) {
                return next;
            }
            number = isOfNow(there) ? digits(there) : number();
        }
    }

    private long kept(String mark) {
        return mark.startsWith(names.lastingMarks()) ? Cells.FOR_GOOD : KEPT.toSeconds();
    }
}
