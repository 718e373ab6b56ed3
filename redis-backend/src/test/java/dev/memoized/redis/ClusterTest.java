package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.FlawedClass;
import dev.memoized.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.Protocol.Command;

/** Two JVMs at three masters, by a clock that stands still: what is held of marks is held until a test lets time pass. */
class ClusterTest {
    @RegisterExtension
    static final RedisCluster CLUSTER = RedisCluster.ofMasters();

    private static final int CALLS = 500;
    private static final TaggedKey TAGGED = new TaggedKey("key", Set.of("one", "two"));

    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private Bench bench;
    private Store<byte[]> here;
    private Store<byte[]> there;

    @BeforeEach
    void open(TestInfo test) {
        bench = new Bench(CLUSTER, test.getDisplayName(), clock);
        here = bench.here();
        there = bench.there();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void put(Store<byte[]> store, Object key, String value, String... tags) {
        assertThat(store.put(key, bench.entry(value, tags), Bench.LIFE)).isTrue();
    }

    private static void awaitFalse(Supplier<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30)).until(() -> !condition.get());
    }

    @Test
    void hit_isOneGet_alsoWithTwoTags() {
        put(here, "plain", "value");
        put(here, TAGGED, "value", "one", "two", "added");
        bench.read(here, TAGGED);

        Map<String, Long> counted = Commands.counted(CLUSTER, () -> {
            for (int i = 0; i < CALLS; i++) {
                assertThat(bench.read(here, "plain")).isEqualTo("value");
                assertThat(bench.read(here, TAGGED)).isEqualTo("value");
            }
        });

        assertThat(counted).isEqualTo(Map.of("get", 2L * CALLS));
    }

    @Test
    void miss_isAGetAndTwoScripts() {
        put(here, "warm", "up");
        bench.awaitListening();

        Map<String, Long> counted = Commands.counted(CLUSTER, () -> {
            for (int i = 0; i < CALLS; i++) {
                assertThat(bench.read(here, "key" + i)).isNull();
                Lease lease = Bench.lease(here, "key" + i);
                assertThat(here.publish(lease, bench.entry("value"), Bench.LIFE))
                        .isTrue();
            }
        });

        long loads = 2 * 2 * RedisCluster.MASTERS + 1;
        assertThat(Commands.scripts(counted)).isBetween(2L * CALLS, 2L * CALLS + loads);
    }

    /** Nobody lets time pass: only the channel can have told. */
    @Test
    void mark_isToldByTheChannel() {
        bench.awaitListening();
        put(here, TAGGED, "value", "one", "added");
        assertThat(bench.read(here, TAGGED)).isEqualTo("value");

        there.invalidate(Mark.tag("added"), InvalidationMode.HARD);

        awaitFalse(() -> bench.read(here, TAGGED) != null);
    }

    /** Nobody listens before a lease is wanted, so nobody is told. */
    @Test
    void mark_isAskedForAgainAfterASecond() {
        put(here, TAGGED, "value", "one");
        put(there, "other", "warm");
        assertThat(bench.read(here, TAGGED)).isEqualTo("value");
        there.invalidate(Mark.tag("one"), InvalidationMode.SOFT);
        assertThat(isStale(here)).as("held").isFalse();

        clock.advance(Duration.ofSeconds(1).plusMillis(1));

        assertThat(isStale(here)).isTrue();
    }

    private boolean isStale(Store<byte[]> store) {
        Entry<byte[]> entry = store.read(TAGGED, clock.nanos());
        assertThat(entry).isNotNull();
        return entry.softlyInvalidated();
    }

    @Test
    void ownMark_isKnownAtOnce() {
        put(here, TAGGED, "value", "one");
        assertThat(bench.read(here, TAGGED)).isEqualTo("value");

        here.invalidate(Mark.tag("one"), InvalidationMode.HARD);

        assertThat(bench.read(here, TAGGED)).isNull();
    }

    /** What is held here is older than the mark: a value that is put now is not, and neither is a claim. */
    @Test
    void put_afterAnotherJvmsMark_isNotBelowIt() {
        put(here, TAGGED, "value", "one");
        there.invalidate(Mark.tag("one"), InvalidationMode.HARD);
        Lease claim = here.claim("claimed", Bench.LIFE);

        put(here, TAGGED, "newer", "one");

        assertThat(bench.read(there, TAGGED)).isEqualTo("newer");
        assertThat(here.replace(claim, bench.entry("newest"), Bench.LIFE, null)).isTrue();
        assertThat(bench.read(there, "claimed")).isEqualTo("newest");
    }

    /** One that knows less than who has stored it asks, and does not take it for one that is to come. */
    @Test
    void entryThatIsMoreRecentThanWhatIsHeld_isServed() {
        put(here, TAGGED, "value", "one");
        there.invalidate(Mark.tag("unknown"), InvalidationMode.HARD);
        put(there, TAGGED, "newer", "one");

        assertThat(bench.read(here, TAGGED)).isEqualTo("newer");
        assertThat(here.add(TAGGED, bench.entry("refused"), Bench.LIFE)).isFalse();
    }

    /** Whether it lags is decided by when the channel begins to be heard. */
    @Test
    void leaseByALaggingNumber_storesAtWorstWhatIsComputedOnceMore() {
        put(here, TAGGED, "value", "one");
        there.invalidate(Mark.tag("one"), InvalidationMode.HARD);

        Lease lagging = Bench.lease(here, TAGGED);
        here.publish(lagging, bench.entry("lagging", "one"), Bench.LIFE);

        assertThat(bench.read(there, TAGGED)).isIn(null, "lagging");
        clock.advance(Duration.ofSeconds(2));
        Lease lease = Bench.lease(here, TAGGED);
        assertThat(here.publish(lease, bench.entry("value", "one"), Bench.LIFE)).isTrue();
        assertThat(bench.read(there, TAGGED)).isEqualTo("value");
    }

    /** Scripts are told of the marks of the key; those of what it holds are asked for. */
    @Test
    void scripts_judgeTagsThatOnlyTheEntryHas() {
        put(here, "count", "5", "added");
        put(here, "gone", "5", "dropped");
        here.invalidate(Mark.tag("dropped"), InvalidationMode.HARD);

        assertThat(there.add("count", bench.entry("6"), Bench.LIFE)).isFalse();
        assertThat(there.increment("count", 2)).hasValue(7);
        assertThat(there.touch("count", Bench.LIFE)).isTrue();
        assertThat(there.invalidate("count")).isTrue();
        assertThat(there.increment("gone", 2)).isEmpty();
        assertThat(there.touch("gone", Bench.LIFE)).isFalse();
        assertThat(there.invalidate("gone")).isFalse();
        assertThat(there.add("gone", bench.entry("6"), Bench.LIFE)).isTrue();
    }

    @Test
    void readOfMany_findsThemOnAllNodes() {
        Map<Object, String> all = IntStream.range(0, 100)
                .boxed()
                .collect(Collectors.toMap(number -> "key" + number, number -> "value" + number));
        all.forEach((key, value) -> put(there, key, value));

        Map<Object, Entry<byte[]>> found = here.readAll(all.keySet(), clock.nanos());

        assertThat(found).hasSize(100);
        found.forEach(
                (key, entry) -> assertThat(new String(entry.value(), UTF_8)).isEqualTo(all.get(key)));
    }

    /** Its slot is given to another node, which the client has not heard of. */
    @Test
    void slotThatMoves_isFollowed() {
        put(here, "moving", "value");
        byte[] name = Scope.of("moving", Bench.books(), bench.names()).entry();
        int slot = RedisCluster.slot(name);
        RedisCluster.Node from = CLUSTER.node(CLUSTER.masterOf(name));
        RedisCluster.Node to = CLUSTER.node((CLUSTER.masterOf(name) + 1) % RedisCluster.MASTERS);
        String source = from.text(Command.CLUSTER, "MYID");
        String target = to.text(Command.CLUSTER, "MYID");
        to.tell(Command.CLUSTER, "SETSLOT", slot, "IMPORTING", source);
        from.tell(Command.CLUSTER, "SETSLOT", slot, "MIGRATING", target);
        from.tell(Command.MIGRATE, "127.0.0.1", to.address().getPort(), name, 0, 5_000);
        assertThat(bench.read(here, "moving")).as("asked for there").isEqualTo("value");
        assertThat(here.readAll(Set.of("moving", "other"), clock.nanos())).containsOnlyKeys("moving");
        CLUSTER.masters().forEach(node -> node.tell(Command.CLUSTER, "SETSLOT", slot, "NODE", target));

        assertThat(here.readAll(Set.of("moving", "other"), clock.nanos())).containsOnlyKeys("moving");
        put(here, "moving", "newer");
        assertThat(bench.read(there, "moving")).isEqualTo("newer");
    }

    @Test
    void marksOfBoth_areNotLost() {
        assertThat(new LaggingMarks().apply(CLUSTER.uri())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HeldMarks | held.remove(mark); | ''",
                "HeldMarks | case NOW -> false; | case NOW -> true;",
                "HeldMarks | now - at <= DUE | true",
                "Apart | known = shared.marks().known(needed, Currency.NOW); | ''",
            })
    void marksThatAreHeldWrongly_areFound(String type, String right, String wrong) throws Exception {
        Function<String, List<String>> flawed = FlawedClass.around(LaggingMarks.class, folder, type, right, wrong);

        assertThat(flawed.apply(CLUSTER.uri())).isNotEmpty();
    }

    /** The key lies on the one node, its leases, which are not there, on the other: no script may have both. */
    @Test
    void slotThatIsMoving_takesDeletes_andTellsWhyItTakesNothingElse() {
        put(here, "between", "value");
        byte[] name = Scope.of("between", Bench.books(), bench.names()).entry();
        int slot = RedisCluster.slot(name);
        RedisCluster.Node from = CLUSTER.node(CLUSTER.masterOf(name));
        RedisCluster.Node to = CLUSTER.node((CLUSTER.masterOf(name) + 1) % RedisCluster.MASTERS);
        to.tell(Command.CLUSTER, "SETSLOT", slot, "IMPORTING", from.text(Command.CLUSTER, "MYID"));
        from.tell(Command.CLUSTER, "SETSLOT", slot, "MIGRATING", to.text(Command.CLUSTER, "MYID"));
        try {
            assertThatThrownBy(() -> here.put("between", bench.entry("newer"), Bench.LIFE))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("TRYAGAIN");
            assertThat(here.invalidate("between")).isTrue();
            assertThat(bench.read(there, "between")).isNull();
        } finally {
            to.tell(Command.CLUSTER, "SETSLOT", slot, "STABLE");
            from.tell(Command.CLUSTER, "SETSLOT", slot, "STABLE");
        }
        put(here, "between", "newest");
    }

    /** Whichever comes first: what was claimed before the mark does not outlive it. */
    @Test
    void replaceBesideAMark_neverOutlivesIt() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            CyclicBarrier both = new CyclicBarrier(2);
            for (int i = 0; i < 200; i++) {
                TaggedKey key = new TaggedKey("key" + i, Set.of("one"));
                Lease claim = here.claim(key, Bench.LIFE);
                Store<byte[]> raiser = i % 2 == 0 ? here : there;
                Future<?> raised = other.submit(() -> {
                    both.await();
                    raiser.invalidate(Mark.tag("one"), InvalidationMode.HARD);
                    return null;
                });
                both.await();
                here.replace(claim, bench.entry("old", "one"), Bench.LIFE, null);
                raised.get();
                assertThat(bench.read(raiser, key)).as("round %s", i).isNull();
            }
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void replacesOfTwoJvms_oneSucceeds_andItsValueIsThere() {
        assertThat(new RivalReplaces().apply(CLUSTER.uri())).isEmpty();
    }

    @Test
    void claimThatIsNotKeptApartFromTheMark_isFound() throws Exception {
        String keep = "again(Server::number, Script.KEEP, claim.scope(), Form.ascii(claim.token())) == 0";
        Function<String, List<String>> flawed = FlawedClass.around(RivalReplaces.class, folder, "Apart", keep, "false");

        assertThat(flawed.apply(CLUSTER.uri())).isNotEmpty();
    }

    /** As the provider makes it, by a real clock. */
    @Test
    void everything_works() throws Exception {
        try (var backend = Given.backend(Map.of("uri", CLUSTER.uri(), "key-prefix", "everything"), new SystemTime())) {
            Everything.done(backend);
        }
    }
}
