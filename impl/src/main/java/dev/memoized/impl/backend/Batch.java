package dev.memoized.impl.backend;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.Map;

/** Some of the invalidations that wait, for one operation of the store. The numbers tell them from later ones of the same. */
sealed interface Batch {

    /** Calls the store. */
    void apply();

    /**
     * Keys of one store.
     *
     * @param whole drops the whole namespace instead
     */
    record Keys(Target target, Map<Object, Long> numbers, boolean whole) implements Batch {
        @Override
        public void apply() {
            if (whole) {
                target.raise(Mark.namespace(target.namespace()), InvalidationMode.HARD);
            } else {
                target.drop(numbers.keySet());
            }
        }
    }

    /** One mark. */
    record Raised(Target target, Mark mark, InvalidationMode mode, long number) implements Batch {
        @Override
        public void apply() {
            target.raise(mark, mode);
        }

        /** Raised again before it could be made; what was hard stays so. */
        Raised again(InvalidationMode later, long newNumber) {
            InvalidationMode both = mode == InvalidationMode.HARD ? mode : later;
            return new Raised(target, mark, both, newNumber);
        }
    }
}
