package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.memoized.Outcome;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.refresh.OwnPool;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.RecordingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * C-30: no virtual thread is pinned to its carrier by a memoized call, whatever it waits for; with one carrier the first
 * one would stop all. Run by the profile {@code jdk25}. {@link Pinning} is the planted defect.
 */
@Timeout(300)
class C30_VirtualThreads {
    private static final int CALLERS = 400;
    private static final int KEYS = 10;
    private static final String EVENT = "jdk.VirtualThreadPinned";
    private static final String ONE_CARRIER = "jdk.virtualThreadScheduler.maxPoolSize";

    @TempDir
    Path directory;

    private final Held held = new Held();
    private final MovingTime time = new MovingTime();
    private final OwnPool pool = new OwnPool();
    private final RecordingListener listener = new RecordingListener();
    private final LocalBackend backend = new LocalBackend(time);

    /** The machine's clock, put forward by hand. */
    private static final class MovingTime implements TimeSource {
        private final SystemTime machine = new SystemTime();
        private final AtomicLong ahead = new AtomicLong();

        void advance(Duration duration) {
            ahead.addAndGet(duration.toNanos());
        }

        @Override
        public long nanos() {
            return machine.nanos() + ahead.get();
        }

        @Override
        public Instant now() {
            return machine.now();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            return machine.await(future, atMost);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return machine.after(delay, task);
        }
    }

    /** Waits in its initializer, below which the JVM has frames of its own: pins. */
    private static final class Pinning {
        static final CountDownLatch BEGUN = new CountDownLatch(1);
        static final CountDownLatch END = new CountDownLatch(1);

        private static final class Initializer {
            static final boolean ENDED = await();

            private static boolean await() {
                BEGUN.countDown();
                try {
                    return END.await(60, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
        }

        static Object value() {
            return Initializer.ENDED;
        }
    }

    @BeforeEach
    void requireJdk25() {
        String sentence =
                "C-30 needs JDK 25 and one carrier: JAVA_HOME=<a JDK 25> ./mvnw -Pjdk25 -pl impl -am test; this is "
                        + Runtime.version();
        boolean fits = Runtime.version().feature() >= 25 && "1".equals(System.getProperty(ONE_CARRIER));
        if ("all".equals(System.getProperty("memoized.require"))) {
            assertThat(fits).as(sentence).isTrue();
        }
        assumeTrue(fits, sentence);
    }

    @AfterEach
    void close() {
        pool.close();
        time.machine.close();
    }

    @Test
    void C30_manyVirtualThreadsOnOneCarrier_noneIsPinned() throws Exception {
        List<RecordedEvent> pinned;
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withThreshold(Duration.ZERO).withStackTrace();
            recording.start();
            coldThenStale();
            isolated();
            invalidated();
            pinning();
            recording.stop();
            Path file = directory.resolve("pinned.jfr");
            recording.dump(file);
            pinned = RecordingFile.readAllEvents(file).stream()
                    .filter(event -> isIn(event, "dev.memoized."))
                    .toList();
        }
        Predicate<RecordedEvent> isPlanted = event -> isIn(event, Pinning.class.getName());
        assertThat(pinned).as("the planted one").anyMatch(isPlanted);
        assertThat(pinned).filteredOn(isPlanted.negate()).isEmpty();
        assertThat(pinned)
                .allMatch(event -> isIn(event, Engine.class.getName()), "goes through the engine")
                .allMatch(event -> event.getEventType().getName().equals(EVENT));
    }

    private static boolean isIn(RecordedEvent event, String prefix) {
        return event.getStackTrace() != null
                && event.getStackTrace().getFrames().stream()
                        .map(RecordedFrame::getMethod)
                        .anyMatch(method -> method.getType().getName().startsWith(prefix));
    }

    private void coldThenStale() throws Exception {
        Rigged method = method(Terms.twoLimits());
        held.hold(KEYS, CALLERS - KEYS);
        List<FutureTask<Object>> cold = call(method, "cold");
        held.awaitHeld();
        held.release();
        assertThat(distinct(cold)).isEqualTo(computed("cold", 1));
        assertThat(listener.count(Outcome.JOINED)).isEqualTo(CALLERS - KEYS);

        time.advance(Duration.ofSeconds(11));
        held.hold(KEYS, 0);
        assertThat(distinct(call(method, "cold"))).isEqualTo(computed("cold", 1));
        assertThat(listener.count(Outcome.STALE)).isEqualTo(CALLERS);
        held.awaitHeld();
        held.release();
        assertThat(method.memoized().awaitRefreshes(Duration.ofSeconds(60))).isTrue();
        assertThat(distinct(call(method, "cold"))).isEqualTo(computed("cold", 2));
        assertThat(listener.count(Outcome.FRESH)).isEqualTo(CALLERS);
    }

    private void isolated() throws Exception {
        Rigged method = method(Terms.standard().isolated());
        held.hold(KEYS, CALLERS - KEYS);
        List<FutureTask<Object>> callers = call(method, "apart");
        held.awaitHeld();
        held.release();
        assertThat(distinct(callers)).isEqualTo(computed("apart", 1));
    }

    private void invalidated() throws Exception {
        Rigged method = method(Terms.standard());
        held.hold(KEYS, CALLERS - KEYS);
        List<FutureTask<Object>> before = call(method, "dropped");
        held.awaitHeld();
        VirtualThreads.values(VirtualThreads.start(KEYS, number -> {
            method.invalidate("dropped" + number);
            return number;
        }));
        Runnable releaseFirst = held.hold(KEYS, CALLERS - KEYS);
        List<FutureTask<Object>> after = call(method, "dropped");
        held.awaitHeld();
        held.release();
        assertThat(before).as("still held").noneMatch(FutureTask::isDone);
        releaseFirst.run();
        assertThat(distinct(before)).isEqualTo(computed("dropped", 1));
        assertThat(distinct(after)).isEqualTo(computed("dropped", 2));
    }

    private void pinning() throws Exception {
        Rigged method = new Rigged(memoization(), plans(Terms.standard()), backend, arguments -> Pinning.value());
        FutureTask<Object> caller = VirtualThreads.start(() -> method.call("pins"));
        assertThat(Pinning.BEGUN.await(60, TimeUnit.SECONDS)).isTrue();
        Pinning.END.countDown();
        assertThat(caller.get(60, TimeUnit.SECONDS)).isEqualTo(true);
    }

    private Rigged method(Terms terms) {
        return new Rigged(memoization(), plans(terms), backend, arguments -> held.compute(arguments[0]));
    }

    private static Map<Integer, MethodPlan> plans(Terms terms) {
        return Subject.plans(Subject.Plain.class, terms, Terms.NAME);
    }

    private Memoization memoization() {
        return new Memoization(
                new Seams(time, seed -> 0, pool, held, List.of(listener), key -> null, new TestRequests()));
    }

    private static List<FutureTask<Object>> call(Rigged method, String prefix) {
        return VirtualThreads.start(CALLERS, number -> method.call(prefix + number % KEYS));
    }

    private static Set<Object> distinct(List<FutureTask<Object>> callers) throws Exception {
        return new HashSet<>(VirtualThreads.values(callers));
    }

    /** One value a key, so one computation. */
    private static Set<Object> computed(String prefix, int count) {
        return IntStream.range(0, KEYS)
                .mapToObj(key -> prefix + key + "-" + count)
                .collect(Collectors.toSet());
    }
}
