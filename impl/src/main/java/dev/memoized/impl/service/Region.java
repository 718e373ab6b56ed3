package dev.memoized.impl.service;

import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.spi.Store;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a view works on.
 *
 * @param plain computes values
 * @param staged computes stages of them, over the same memory
 * @param direct its operations never wait for anything
 */
record Region(MemoizedMethod plain, MemoizedMethod staged, boolean direct) {

    String name() {
        return plain.plan().name();
    }

    Store<Object> store() {
        return plain.memory().store();
    }

    /**
     * How long a value lives from now on.
     *
     * @param told null when that was left to the view
     */
    Duration life(@Nullable Object value, @Nullable Duration told) {
        return told == null ? plain.plan().limits().remainingLife(value, 0) : told;
    }
}
