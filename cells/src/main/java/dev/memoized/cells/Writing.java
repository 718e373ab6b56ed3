package dev.memoized.cells;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.memoized.cells.Shared.Step;
import dev.memoized.spi.Entry;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What changes entries without a lease. Thread-safe. */
final class Writing {
    private final Shared shared;
    private final Ledger ledger;
    private final Judge judge;

    Writing(Shared shared) {
        this.shared = shared;
        this.ledger = shared.ledger();
        this.judge = shared.judge();
    }

    boolean put(Scope scope, Entry<byte[]> entry, Duration life) {
        Page page = ledger.begin(judge.marks(scope, entry.tags()));
        shared.holders().endAll(scope.name());
        shared.write(scope.name(), shared.see(scope.name()), judge.held(entry, page.number(), life, null));
        return true;
    }

    boolean add(Scope scope, Entry<byte[]> entry, Duration life) {
        Page page = ledger.begin(judge.marks(scope, entry.tags()));
        return shared.change(scope.name(), cell -> {
            boolean isFree = judge.found(cell, scope, () -> page) == null;
            boolean isKept = isFree && !Judge.isNone(life);
            return new Step<>(isFree, isKept ? cell.written(judge.held(entry, page.number(), life, null)) : null);
        });
    }

    boolean delete(Scope scope) {
        shared.holders().endAll(scope.name());
        Shared.Looked looked = shared.look(scope);
        Cell former = shared.write(scope.name(), looked.seen(), null);
        return judge.found(former, scope, looked.page()) != null;
    }

    boolean touch(Scope scope, Duration life) {
        return shared.change(scope.name(), cell -> {
            Entry<byte[]> found = judge.found(cell, scope);
            if (found == null) {
                return new Step<>(false, null);
            }
            return new Step<>(
                    true,
                    Judge.isNone(life)
                            ? cell.written(null)
                            : cell.touched(held(cell).until(judge.endOf(life))));
        });
    }

    private static Held held(Cell cell) {
        return Objects.requireNonNull(cell.held());
    }

    OptionalLong increment(Scope scope, long delta, Supplier<? extends RuntimeException> refused) {
        return shared.change(scope.name(), cell -> {
            Entry<byte[]> found = judge.found(cell, scope);
            if (found == null) {
                return new Step<>(OptionalLong.empty(), null);
            }
            if (!isNumber(found.value())) {
                throw refused.get();
            }
            long sum = sum(Long.parseLong(new String(Objects.requireNonNull(found.value()), US_ASCII)), delta);
            byte[] digits = Long.toString(sum).getBytes(US_ASCII);
            return new Step<>(OptionalLong.of(sum), cell.written(held(cell).withValue(digits)));
        });
    }

    private static boolean isNumber(byte @Nullable [] value) {
        return value != null && value.length > 0 && (value[0] == '-' || Character.isDigit(value[0]));
    }

    /** Not below zero on its way down, and not beyond the largest number. */
    private static long sum(long number, long delta) {
        long sum = number + delta;
        if (delta < 0) {
            return number < 0 ? 0 : Math.max(0, sum);
        }
        return sum < number ? Long.MAX_VALUE : sum;
    }
}
