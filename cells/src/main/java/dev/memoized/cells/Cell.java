package dev.memoized.cells;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that lies under one key, changed as a whole.
 *
 * @param era in which it was written
 * @param version grows with each change that is compared, so that none is taken for an earlier one
 * @param held null when there is no entry
 * @param rights leases and claims that are out
 */
record Cell(long era, long version, @Nullable Held held, List<Right> rights) {

    /** Where nothing lies yet, or nothing that counts any more. */
    static Cell empty(long era, long version) {
        return new Cell(era, version, null, List.of());
    }

    Optional<Right> right(String token) {
        return rights.stream().filter(each -> each.token().equals(token)).findFirst();
    }

    Cell with(Right right) {
        List<Right> others = rights.stream()
                .filter(each -> !each.token().equals(right.token()))
                .toList();
        return new Cell(
                era,
                version,
                held,
                Stream.concat(others.stream(), Stream.of(right)).toList());
    }

    Cell without(Predicate<Right> those) {
        return new Cell(
                era, version, held, rights.stream().filter(those.negate()).toList());
    }

    /** What is published ends leases, and leaves claims alone. */
    Cell published(@Nullable Held entry) {
        return new Cell(
                era, version, entry, rights.stream().filter(Right::isClaim).toList());
    }

    /** What is written ends both. */
    Cell written(@Nullable Held entry) {
        return new Cell(era, version, entry, List.of());
    }

    Cell touched(Held entry) {
        return new Cell(era, version, entry, rights);
    }

    Cell next() {
        return new Cell(era, version + 1, held, rights);
    }
}
