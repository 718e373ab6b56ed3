package dev.memoized.impl.engine;

import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.spi.RandomSource;

/**
 * A source of chance that never fails: where the other one does, or says what is no such number, nothing is by chance.
 *
 * @param source the application's
 * @param log is told once
 */
record QuietRandom(RandomSource source, Log log) implements RandomSource {
    @Override
    public double of(long seed) {
        try {
            double number = source.of(seed);
            return number >= 0 && number < 1 ? number : 0;
        } catch (RuntimeException | LinkageError failure) {
            log.once(RuntimeMessage.RANDOM_FAILED, source.getClass().getName(), failure);
            return 0;
        }
    }
}
