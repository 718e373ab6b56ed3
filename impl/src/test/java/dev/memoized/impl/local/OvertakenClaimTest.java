package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a claim at the worst moment, and to those that nobody ends. */
class OvertakenClaimTest {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final Mark OTHERS = Mark.group("books", "part");
    private static final TaggedKey KEY = new TaggedKey("key", Set.of(), Set.of(OTHERS));

    private final Clock clock = new Clock();

    /** Does something when the time is asked for, as a store does before it raises a mark. */
    private static final class Clock implements TimeSource {
        private final ManualClock time = new ManualClock();
        private Runnable meanwhile = () -> {};

        @Override
        public Instant now() {
            Runnable once = meanwhile;
            meanwhile = () -> {};
            once.run();
            return time.now();
        }

        @Override
        public long nanos() {
            return time.nanos();
        }

        @Override
        public boolean await(CompletableFuture<?> future, Duration atMost) throws InterruptedException {
            return time.await(future, atMost);
        }

        @Override
        public Runnable after(Duration delay, Runnable task) {
            return time.after(delay, task);
        }
    }

    private static Entry<Object> entry(Object value) {
        return Entry.of(value, 0, Set.of());
    }

    private static Store<Object> open(ObjectBackend backend) {
        return backend.open(new Namespace("books", "", 100, Object::toString));
    }

    private boolean isReplacedAlthoughAMarkIsRaised(ObjectBackend backend) {
        Store<Object> store = open(backend);
        Lease claim = Objects.requireNonNull(store.claim(KEY, LIFE));
        clock.meanwhile = () -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        return store.replace(claim, entry("old"), LIFE, OTHERS) || store.read(KEY, clock.nanos()) != null;
    }

    @Test
    void markThatIsRaisedBeforeTheReplacementsOwn_refusesIt() {
        assertThat(isReplacedAlthoughAMarkIsRaised(new LocalBackend(clock))).isFalse();
    }

    @Test
    void claimThatIsLookedAtBeforeItsTurnIsAlone_isFound(@TempDir Path folder) throws Exception {
        ObjectBackend hasty = new Defect(
                        "a claim is looked at before its turn is alone",
                        "Turn",
                        "scope.all().endTurn(stamp);\n        try {",
                        "boolean stood = stands.getAsBoolean();\n        scope.all().endTurn(stamp);\n        try {\n"
                                + "            stands = () -> stood;")
                .source(folder)
                .backend(clock, 3);
        assertThat(isReplacedAlthoughAMarkIsRaised(hasty)).isTrue();
    }

    private int claimsOutAfterManyThatNobodyEnds(ObjectBackend backend) throws ReflectiveOperationException {
        Store<Object> store = open(backend);
        IntStream.range(0, 1_000).forEach(number -> store.claim("first-" + number, LIFE));
        clock.time.advance(LIFE);
        IntStream.range(0, 1_000).forEach(number -> store.claim("then-" + number, LIFE));
        Method leased = store.getClass().getDeclaredMethod("leased");
        leased.setAccessible(true);
        return (int) leased.invoke(store);
    }

    @Test
    void claimsThatNobodyEnds_makeRoomForLaterOnes() throws Exception {
        assertThat(claimsOutAfterManyThatNobodyEnds(new LocalBackend(clock))).isEqualTo(1_000);
    }

    @Test
    void claimsThatStayForEver_areFound(@TempDir Path folder) throws Exception {
        ObjectBackend leaking = new Defect(
                        "nobody looks after old claims",
                        "LocalStore",
                        "leases.endOldClaims(claim, backend.time().nanos());",
                        "")
                .source(folder)
                .backend(clock, 3);
        assertThat(claimsOutAfterManyThatNobodyEnds(leaking)).isEqualTo(2_000);
    }
}
