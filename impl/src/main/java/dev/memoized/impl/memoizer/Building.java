package dev.memoized.impl.memoizer;

import dev.memoized.CacheListener;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.WrongUseException;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.engine.Transactions;
import dev.memoized.impl.freshness.MixedRandom;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.spi.ValueCodec;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a memoizer was told to be made of; what it was not told it makes itself, and closes again. */
record Building(
        @Nullable CacheBackend givenBackend,
        @Nullable Executor givenExecutor,
        @Nullable TimeSource givenTime,
        List<CacheListener> listeners,
        List<ValueCodec> codecs,
        MemoizedTerms given)
        implements Memoizer.Builder {

    @Override
    public Memoizer.Builder terms(MemoizedTerms terms) {
        return new Building(givenBackend, givenExecutor, givenTime, listeners, codecs, terms);
    }

    @Override
    public Memoizer.Builder backend(CacheBackend backend) {
        return new Building(backend, givenExecutor, givenTime, listeners, codecs, given);
    }

    @Override
    public Memoizer.Builder executor(Executor executor) {
        return new Building(givenBackend, executor, givenTime, listeners, codecs, given);
    }

    @Override
    public Memoizer.Builder time(TimeSource time) {
        return new Building(givenBackend, givenExecutor, time, listeners, codecs, given);
    }

    @Override
    public Memoizer.Builder listener(CacheListener listener) {
        return new Building(givenBackend, givenExecutor, givenTime, and(listeners, listener), codecs, given);
    }

    @Override
    public Memoizer.Builder codec(ValueCodec codec) {
        return new Building(givenBackend, givenExecutor, givenTime, listeners, and(codecs, codec), given);
    }

    private static <T> List<T> and(List<T> known, T more) {
        return Stream.concat(known.stream(), Stream.of(more)).toList();
    }

    @Override
    public Memoizer build() {
        if (givenBackend != null && !(givenBackend instanceof ObjectBackend || givenBackend instanceof ByteBackend)) {
            throw new WrongUseException(
                    WiringMessage.BACKEND_WITHOUT_STORE.textAt("Memoizer, backend", givenBackend.getClass()));
        }
        OwnParts own = new OwnParts();
        return own.joined(() -> new OwnMemoizer(program(own), given));
    }

    private Program program(OwnParts own) {
        TimeSource time = givenTime == null ? own.time() : givenTime;
        Executor executor = givenExecutor == null ? own.executor() : givenExecutor;
        CacheBackend backend = givenBackend == null ? own.backend(time) : givenBackend;
        Settings settings = Settings.ofApplication(Thread.currentThread().getContextClassLoader());
        Seams seams = new Seams(
                time, new MixedRandom(time.nanos()), executor, (place, name) -> {}, listeners, settings, () -> null);
        Attachments attachments = new Attachments();
        Memoization memoization = new Memoization(seams, codecs, attachments::entrances, Transactions.NONE);
        Workshop workshop = new Workshop(memoization, backend, settings);
        return new Program(memoization, workshop, attachments, own.closing());
    }
}
