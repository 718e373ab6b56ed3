package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.impl.engine.Versioned.failing;
import static dev.memoized.impl.engine.Versioned.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.KeyGenerator;
import dev.memoized.MemoizedCall;
import dev.memoized.TwoPartKey;
import dev.memoized.VersionSource;
import dev.memoized.impl.engine.Versioned.Counting;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request holds on to: kills "versions are kept by method", "a request sees two values". */
@Timeout(60)
class VersionRequestsTest {
    private static final VersionSource ONE = version(1);
    private static final VersionSource TWO = version(2);
    private static final Duration STALE_AGE = Duration.ofSeconds(11);
    private static final Duration EXPIRED_AGE = Duration.ofSeconds(61);

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Body body = arguments -> "value-" + computations.incrementAndGet();
    private final ConcurrentMap<Object, Object> request = TestRequests.begin();
    private Rigged method = rig.plain(Versioned.terms(Terms.twoLimits()), body);

    private Object inRequest(String key, VersionSource source) throws Exception {
        return rig.requests().in(request, () -> method.call(key, source));
    }

    private void inRequest(Runnable work) throws Exception {
        rig.requests().in(request, () -> {
            work.run();
            return "done";
        });
    }

    @Test
    void requestCallsTwice_sourceIsAskedOnceForEachKey() throws Exception {
        Counting one = new Counting(ONE);
        Counting two = new Counting(TWO);
        for (int i = 0; i < 3; i++) {
            inRequest("a", one);
            inRequest("b", two);
        }
        assertThat(one.times()).isEqualTo(1);
        assertThat(two.times()).isEqualTo(1);
    }

    @Test
    void noRequest_sourceIsAskedInEachCall() throws Exception {
        Counting one = new Counting(ONE);
        for (int i = 0; i < 3; i++) {
            method.call("k", one);
        }
        assertThat(one.times()).isEqualTo(3);
    }

    @Test
    void anotherRequest_sourceIsAskedAgain() throws Exception {
        Counting one = new Counting(ONE);
        inRequest("k", one);
        rig.requests().in(() -> method.call("k", one));
        assertThat(one.times()).isEqualTo(2);
    }

    @Test
    void sourceFails_isNotAskedAgainInThatRequest() throws Exception {
        Counting broken = new Counting(failing());
        inRequest("k", broken);
        inRequest("k", broken);
        assertThat(broken.times()).isEqualTo(1);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @Test
    void requestStoreFails_callsAreAsIfInNoRequest() throws Exception {
        Counting one = new Counting(ONE);
        Seams seams = new Seams(
                rig.clock(), seed -> 0, rig.executor(), rig.gate(), List.of(rig.listener()), key -> null, () -> {
                    throw new IllegalStateException("no idea");
                });
        method = new Rigged(
                new Memoization(seams),
                Subject.plans(Subject.Plain.class, Versioned.terms(Terms.standard()), Terms.NAME),
                rig.backend(),
                body);
        method.call("k", one);
        method.call("k", one);
        method.invalidate("k", one);
        assertThat(one.times()).isEqualTo(2);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "b a"})
    void argumentsWithDifferentVersions_areJudgedEachByItsOwn(String order) throws Exception {
        String[] keys = order.split(" ");
        Map<Object, Integer> rows = new HashMap<>(Map.of("a", 1, "b", 2));
        Counting source = new Counting(call -> rows.get(call.arguments().get(0)));
        callInOneRequest(keys, source);
        callInOneRequest(keys, source);
        assertThat(source.times()).isEqualTo(4);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, FRESH, FRESH);
        rows.put("b", 1);
        callInOneRequest(keys, source);
        assertThat(rig.listener().outcomes().subList(4, 6))
                .isEqualTo(keys[0].equals("a") ? List.of(FRESH, COMPUTED) : List.of(COMPUTED, FRESH));
    }

    private void callInOneRequest(String[] keys, VersionSource source) throws Exception {
        rig.requests().in(() -> List.of(method.call(keys[0], source), method.call(keys[1], source)));
    }

    @Test
    void anotherMethodWithTheSameKey_hasAVersionOfItsOwn() throws Exception {
        Rigged other = method.beside("other", Versioned.terms(Terms.standard()), body);
        inRequest("k", ONE);
        assertThat(rig.requests().in(request, () -> other.call("k", TWO))).isEqualTo("value-2");
        assertThat(other.call("k", TWO)).isEqualTo("value-2");
    }

    @Test
    void entryUsedFirst_isUsedThoughARefreshHasReplacedIt() throws Exception {
        method.call("k", ONE);
        rig.clock().advance(STALE_AGE);
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        rig.executor().runAll();
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH, STALE);
    }

    @Test
    void freshEntryUsedFirst_isUsedThoughItExpires() throws Exception {
        method.call("k", ONE);
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        rig.clock().advance(EXPIRED_AGE);
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, STALE, COMPUTED, STALE);
    }

    @Test
    void valueComputedByTheRequest_isUsedThoughAnotherVersionReplacedIt() throws Exception {
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
        assertThat(inRequest("k", TWO)).isEqualTo("value-1");
        assertThat(method.call("k", TWO)).isEqualTo("value-2");
    }

    @Test
    void leaderOfAnOldVersionStoresAfterTheNewEntry_whoHasTheNewVersionNeverGetsIt() throws Exception {
        assertThat(inRequest("k", TWO)).isEqualTo("value-1");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(inRequest("k", TWO)).isEqualTo("value-1");
        assertThat(rig.requests().in(() -> method.call("k", TWO))).isEqualTo("value-3");
    }

    @Test
    void stageOfTheRequest_isUsedToItsEnd() throws Exception {
        method = rig.stage(
                Versioned.terms(Terms.twoLimits()),
                arguments -> CompletableFuture.completedFuture("value-" + computations.incrementAndGet()));
        inRequest("k", ONE);
        method.call("k", TWO);
        assertThat(rig.requests().in(request, () -> method.stage("k", TWO))).isCompletedWithValue("value-1");
    }

    @Test
    void valueThatMayNotBeStored_isNotUsedAgain() throws Exception {
        method = rig.plain(Versioned.terms(Terms.standard()).cacheIf(Conditions.Never.class), body);
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
        assertThat(inRequest("k", ONE)).isEqualTo("value-2");
    }

    @Test
    void somebodyElseInvalidates_requestKeepsItsEntry() throws Exception {
        inRequest("k", ONE);
        method.invalidate("k", ONE);
        rig.requests().in(() -> {
            method.invalidateAll(InvalidationMode.HARD);
            return "done";
        });
        assertThat(inRequest("k", ONE)).isEqualTo("value-1");
    }

    @Test
    void requestDropsTheKey_itIsAskedAndComputedAnew() throws Exception {
        inRequest("k", ONE);
        inRequest("other", ONE);
        inRequest(() -> method.invalidate("k", ONE));
        Counting two = new Counting(TWO);
        assertThat(inRequest("k", two)).isEqualTo("value-3");
        assertThat(inRequest("other", two)).isEqualTo("value-2");
        assertThat(two.times()).isEqualTo(1);
    }

    @Test
    void requestDropsTheNamespace_allOfItsKeysAreAskedAnewAndOthersAreNot() throws Exception {
        Rigged other = method.beside("other", Versioned.terms(Terms.standard()), body);
        Counting two = new Counting(TWO);
        inRequest("a", ONE);
        inRequest("b", ONE);
        rig.requests().in(request, () -> other.call("a", ONE));
        inRequest(() -> method.invalidateAll(InvalidationMode.HARD));
        assertThat(inRequest("a", two)).isEqualTo("value-4");
        assertThat(inRequest("b", two)).isEqualTo("value-5");
        assertThat(rig.requests().in(request, () -> other.call("a", two))).isEqualTo("value-3");
        assertThat(two.times()).isEqualTo(2);
    }

    @Test
    void requestInvalidatesSoftly_versionIsAskedAnewAndTheEntryIsStale() throws Exception {
        inRequest("k", ONE);
        inRequest(() -> method.invalidateAll(InvalidationMode.SOFT));
        Counting one = new Counting(ONE);
        assertThat(inRequest("k", one)).isEqualTo("value-1");
        assertThat(one.times()).isEqualTo(1);
        assertThat(rig.executor().size()).isEqualTo(1);
        rig.executor().runAll();
        assertThat(method.call("k", ONE)).isEqualTo("value-2");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @ParameterizedTest
    @EnumSource(InvalidationMode.class)
    void requestInvalidatesATag_whatItUsedWithThatTagIsAskedAnew(InvalidationMode mode) throws Exception {
        tagged("a", "books");
        tagged("b", "films");
        inRequest("a", ONE);
        inRequest("b", ONE);
        inRequest(() -> method.raise(Mark.tag("books"), mode));
        Counting two = new Counting(TWO);
        assertThat(inRequest("a", two)).isEqualTo("value-1");
        assertThat(inRequest("b", two)).isEqualTo("stored");
        assertThat(two.times()).isEqualTo(1);
    }

    private void tagged(String key, String tag) {
        Entry<Object> entry = new Entry<>("stored", rig.clock().nanos(), 0, 1, 0, Set.of(tag), false, null);
        assertThat(method.store().put(key, entry, Duration.ofMinutes(1))).isTrue();
    }

    /** The first argument is an entry and its field. */
    public static final class Field implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return (TwoPartKey) call.arguments().get(0);
        }
    }

    @Test
    void requestDropsAGroup_itsFieldsAreAskedAnewAndOthersAreNot() throws Exception {
        method = rig.plain(Versioned.terms(Terms.standard()).keyGenerator(Field.class), body);
        List<TwoPartKey> keys =
                List.of(new TwoPartKey(1, "title"), new TwoPartKey(1, "pages"), new TwoPartKey(2, "title"));
        assertThat(inRequestAll(keys, ONE)).containsExactly("value-1", "value-2", "value-3");
        inRequest(() -> method.raise(Mark.group(Terms.NAME, KeyParts.entryOf(keys.get(0))), InvalidationMode.HARD));
        Counting two = new Counting(TWO);
        assertThat(inRequestAll(keys, two)).containsExactly("value-4", "value-5", "value-3");
        assertThat(two.times()).isEqualTo(2);
    }

    private List<Object> inRequestAll(List<TwoPartKey> keys, VersionSource source) throws Exception {
        Callable<List<Object>> calls = () -> List.of(
                method.call(keys.get(0), source), method.call(keys.get(1), source), method.call(keys.get(2), source));
        return rig.requests().in(request, calls);
    }
}
