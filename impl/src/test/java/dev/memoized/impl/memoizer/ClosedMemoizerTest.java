package dev.memoized.impl.memoizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.WrongUseException;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.Gate;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ClosedMemoizerTest {
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void closed_callsTheOriginals() {
        Memoizer memoizer = Memoizer.builder().build();
        Supplier<Integer> number = memoizer.supplier("number", computed::incrementAndGet);
        number.get();
        memoizer.close();
        memoizer.close();

        assertThat(number.get() + number.get()).isEqualTo(5);
        Supplier<Integer> late = memoizer.supplier("late", computed::incrementAndGet);
        assertThat(late.get() + late.get()).isEqualTo(9);
    }

    @Test
    void close_interruptsRenewalsOnItsOwnThreads() {
        Gate gate = new Gate();
        ManualClock clock = new ManualClock();
        AtomicReference<Thread> renewing = new AtomicReference<>();
        AtomicBoolean interrupted = new AtomicBoolean();
        Memoizer memoizer = Memoizer.builder()
                .time(clock)
                .terms(MemoizedTerms.defaults()
                        .refreshAfter(Duration.ofSeconds(1))
                        .expireAfter(Duration.ofHours(1)))
                .build();
        Supplier<Integer> number = memoizer.supplier("number", () -> {
            if (computed.getAndIncrement() > 0) {
                renewing.set(Thread.currentThread());
                gate.reached(Place.LEASED, "number");
                interrupted.set(Thread.currentThread().isInterrupted());
                gate.reached(Place.COMPUTED, "number");
            }
            return 1;
        });
        number.get();
        clock.advance(Duration.ofMinutes(1));
        gate.hold(Place.LEASED);
        number.get();
        gate.awaitReached(Place.LEASED, 1);
        memoizer.close();
        gate.open(Place.LEASED);
        gate.awaitReached(Place.COMPUTED, 1);

        assertThat(interrupted).isTrue();
        assertThat(renewing.get().isDaemon()).isTrue();
    }

    @Test
    void givenBackend_staysOpenAndIsShared() {
        ManualClock clock = new ManualClock();
        LocalBackend backend = new LocalBackend(clock);
        Memoizer one = Memoizer.builder().time(clock).backend(backend).build();
        Memoizer other = Memoizer.builder().time(clock).backend(backend).build();
        one.supplier("number", computed::incrementAndGet).get();
        one.close();

        assertThat(other.supplier("number", computed::incrementAndGet).get()).isOne();
    }

    @Test
    void bytes_takeTheTypeFromTheTerms() {
        ManualClock clock = new ManualClock();
        Memoizer memoizer = Memoizer.builder()
                .time(clock)
                .backend(new MemoryByteBackend(clock, 1 << 20))
                .build();
        Function<String, Book> books = memoizer.with(MemoizedTerms.defaults().of(Book.class))
                .function("books", title -> new Book(title, computed.incrementAndGet()));

        assertThat(books.apply("a")).isEqualTo(new Book("a", 1)).isEqualTo(books.apply("a"));
        assertThatThrownBy(() -> memoizer.function("untyped", title -> title))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0222 untyped (");
    }

    @Test
    void backendOfNothing_isRefused() {
        CacheBackend neither = new Neither();

        assertThatThrownBy(() -> Memoizer.builder().backend(neither).build())
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0203");
    }

    @Test
    void whatIsMadeForOneThatFails_isClosed() {
        OwnParts parts = new OwnParts();
        Executor executor = parts.executor();
        TimeSource time = parts.time();
        parts.joined(() -> parts.backend(time));
        assertThatCode(() -> executor.execute(() -> {})).doesNotThrowAnyException();

        assertThatThrownBy(() -> parts.joined(() -> {
                    throw new IllegalStateException("half made");
                }))
                .hasMessage("half made");
        assertThatThrownBy(() -> executor.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    public record Book(String title, int pages) {}

    /** Keeps neither objects nor bytes. */
    private static final class Neither implements CacheBackend {
        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
