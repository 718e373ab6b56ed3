package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend.Operation;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Invalidations that the backend could not take. */
@Timeout(60)
class QueuedInvalidationsTest {
    private final GuardedRig rig = new GuardedRig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void put(Object key, Object value) {
        assertThat(rig.behind.put(key, GuardedRig.entry(value), GuardedRig.LIFE))
                .isTrue();
    }

    private void recover() {
        rig.remote.work();
        rig.clock.advance(GuardedRig.SECOND);
    }

    private int queued() {
        return rig.guard.health().queued();
    }

    @Test
    void C11_invalidatedWhileDown_isGoneWhenItIsBack() {
        assertGoneAfterAnOutage(() -> assertThat(rig.store.invalidate("k")).isFalse());
    }

    @Test
    void C11_markRaisedWhileDown_isGoneWhenItIsBack() {
        assertGoneAfterAnOutage(() -> rig.store.invalidate(Mark.namespace("books"), InvalidationMode.HARD));
    }

    @Test
    void C11_manyInvalidatedWhileDown_areGoneWhenItIsBack() {
        assertGoneAfterAnOutage(() -> rig.store.invalidateAll(List.of("j", "k")));
    }

    @Test
    void C11_deletedByALifeOfNothingWhileDown_isGoneWhenItIsBack() {
        assertGoneAfterAnOutage(
                () -> assertThat(rig.store.touch("k", Duration.ZERO)).isFalse());
    }

    @Test
    void C11_replacedWhileDown_isGoneWhenItIsBack() {
        assertGoneAfterAnOutage(() -> assertThat(rig.store.put("k", GuardedRig.entry("new"), GuardedRig.LIFE))
                .isFalse());
    }

    @Test
    void C11_manyReplacedWhileDown_areGoneWhenItIsBack() {
        assertGoneAfterAnOutage(
                () -> assertThat(rig.store.putAll(Map.of("k", GuardedRig.entry("new")), GuardedRig.LIFE))
                        .isFalse());
    }

    private void assertGoneAfterAnOutage(Runnable invalidation) {
        put("k", "old");
        rig.breakDown();
        invalidation.run();
        assertThat(queued()).isPositive();
        recover();
        assertThat(rig.value("k")).isNull();
        assertThat(queued()).isZero();
        put("k", "new");
        assertThat(rig.value("k")).as("made once").isEqualTo("new");
    }

    @Test
    void C11_oneFailure_isEnoughToWait() {
        put("k", "old");
        rig.remote.fail(Operation.INVALIDATE, Operation.INVALIDATE_ALL);
        assertThat(rig.store.invalidate("k")).isFalse();
        assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
        assertThat(rig.remote.calls(Operation.READ)).isZero();
        rig.remote.work();
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C11_timeOut_isEnoughToWait() {
        put("k", "old");
        rig.remote.hang(Operation.INVALIDATE);
        assertThat(rig.overdue(Operation.INVALIDATE, () -> rig.store.invalidate("k"))
                        .value())
                .isFalse();
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C11_answerLost_isEnoughToWait() {
        put("k", "old");
        rig.remote.loseAnswers(Operation.PUT);
        assertThat(rig.store.put("k", GuardedRig.entry("new"), GuardedRig.LIFE)).isFalse();
        assertThat(rig.valueBehind("k")).isEqualTo("new");
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C11_nothingIsDoneBeforeAllIsMade() throws Exception {
        put("k", "old");
        Lease lease = rig.lease("k");
        rig.remote.fail(Operation.INVALIDATE_ALL, Operation.INVALIDATE);
        rig.store.invalidate("j");
        int before = rig.remote.calls();
        assertThatThrownBy(() -> rig.store.awaitChange("k", GuardedRig.SECOND)).isInstanceOf(BackendException.class);
        assertThat(rig.guard.health().state()).isEqualTo(BackendHealth.State.CLOSED);
        List<Consumer<Store<Object>>> all = List.of(
                store -> store.read("k", 0),
                store -> store.readAll(List.of("k"), 0),
                store -> store.lease("k", GuardedRig.LIFE, true),
                store -> store.renew(lease, GuardedRig.LIFE));
        for (Consumer<Store<Object>> each : all) {
            assertThatThrownBy(() -> each.accept(rig.store)).isInstanceOf(BackendException.class);
            assertThat(rig.store.publish(lease, GuardedRig.entry("v"), GuardedRig.LIFE))
                    .isFalse();
            rig.clock.advance(GuardedRig.SECOND);
        }
        assertThat(rig.remote.calls() - before).isEqualTo(rig.remote.calls(Operation.INVALIDATE_ALL));
    }

    @Test
    void C11_leaseFromBeforeTheOutage_isVoidAfterIt() {
        Lease lease = rig.lease("k");
        rig.breakDown();
        rig.store.invalidate("k");
        recover();
        assertThat(rig.store.publish(lease, GuardedRig.entry("old"), GuardedRig.LIFE))
                .isFalse();
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C11_otherNamespaceOfTheBackend_makesThemToo() {
        Store<Object> authors = rig.open("authors");
        put("k", "old");
        rig.breakDown();
        rig.store.invalidate("k");
        recover();
        authors.read("any", 0);
        assertThat(rig.valueBehind("k")).isNull();
    }

    @Test
    void sameKeyOften_waitsOnce() {
        rig.breakDown();
        for (int round = 0; round < 3; round++) {
            rig.store.invalidate("j");
            rig.store.invalidate("k");
        }
        assertThat(queued()).isEqualTo(2);
        assertThat(rig.guard.health().queuedInAll()).isEqualTo(6);
        int before = rig.remote.calls();
        recover();
        rig.value("k");
        assertThat(rig.remote.calls() - before)
                .as("one for both, and the reading")
                .isEqualTo(2);
    }

    @Test
    void hardAndSoft_inAnyOrder_isHard() {
        Mark[] tags = {Mark.tag("a"), Mark.tag("b"), Mark.tag("c")};
        rig.behind.put("a", Entry.of("v", 0, Set.of("a")), GuardedRig.LIFE);
        rig.behind.put("b", Entry.of("v", 0, Set.of("b")), GuardedRig.LIFE);
        rig.behind.put("c", Entry.of("v", 0, Set.of("c")), GuardedRig.LIFE);
        rig.breakDown();
        rig.store.invalidate(tags[0], InvalidationMode.HARD);
        rig.store.invalidate(tags[0], InvalidationMode.SOFT);
        rig.store.invalidate(tags[1], InvalidationMode.SOFT);
        rig.store.invalidate(tags[1], InvalidationMode.HARD);
        rig.store.invalidate(tags[2], InvalidationMode.SOFT);
        assertThat(queued()).isEqualTo(3);
        recover();
        assertThat(rig.value("a")).isNull();
        assertThat(rig.value("b")).isNull();
        assertThat(rig.store.read("c", rig.clock.nanos()).softlyInvalidated()).isTrue();
    }

    @Test
    void C60_tooManyKeys_becomeTheMarkOfTheirNamespace() {
        Store<Object> authors = rig.open("authors");
        put("k", "old");
        rig.breakDown();
        authors.invalidate("a");
        IntStream.range(0, Waiting.KEYS_AT_MOST - 1).forEach(rig.store::invalidate);
        assertThat(queued()).isEqualTo(Waiting.KEYS_AT_MOST);
        rig.store.invalidate("one more");
        assertThat(queued()).isEqualTo(2);
        IntStream.range(0, 100).forEach(rig.store::invalidate);
        assertThat(queued()).isEqualTo(2);
        assertThat(rig.guard.health().widened()).isEqualTo(1);
        recover();
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C60_tooManyMarks_becomeTheMarksOfAllNamespaces() {
        Store<Object> authors = rig.open("authors");
        Store<Object> behindAuthors = rig.local.open(GuardedRig.namespace("authors"));
        Store<Object> behindLater = rig.local.open(GuardedRig.namespace("later"));
        put("k", "old");
        behindAuthors.put("k", GuardedRig.entry("old"), GuardedRig.LIFE);
        behindLater.put("k", GuardedRig.entry("old"), GuardedRig.LIFE);
        rig.breakDown();
        IntStream.range(0, Waiting.MARKS_AT_MOST)
                .forEach(number -> rig.store.invalidate(Mark.tag("tag-" + number), InvalidationMode.SOFT));
        assertThat(queued()).isEqualTo(Waiting.MARKS_AT_MOST);
        rig.store.invalidate(Mark.group("books", "part"), InvalidationMode.SOFT);
        assertThat(queued()).isEqualTo(2);
        recover();
        assertThat(rig.value("k")).isNull();
        assertThat(authors.read("k", rig.clock.nanos())).isNull();
        assertThat(rig.open("later").read("k", rig.clock.nanos()))
                .as("opened when its tags are forgotten")
                .isNull();
    }

    @Test
    void manyKeys_areMadeInSeveralOperations() {
        rig.breakDown();
        IntStream.range(0, 2 * Waiting.KEYS_AT_ONCE + 1).forEach(rig.store::invalidate);
        int before = rig.remote.calls();
        recover();
        rig.value("k");
        assertThat(rig.remote.calls() - before).isEqualTo(4);
    }

    @Test
    void moreThanATimeOutCanMake_isMadeByTheNextOperationToo() {
        Store<Object> slow =
                new GuardedStore<>(new Slow(rig.remote.open(GuardedRig.namespace("books"))), "books", rig.guard);
        rig.breakDown();
        IntStream.range(0, 2 * Waiting.KEYS_AT_ONCE + 1).forEach(slow::invalidate);
        recover();
        assertThatThrownBy(() -> slow.read("k", 0)).isInstanceOf(BackendException.class);
        assertThat(queued()).isEqualTo(1);
        assertThat(rig.guard.health().state()).as("it works").isEqualTo(BackendHealth.State.CLOSED);
        assertThat(slow.read("k", 0)).isNull();
        assertThat(queued()).isZero();
    }

    private final class Slow extends ForwardingStore<Object> {
        Slow(Store<Object> store) {
            super(store);
        }

        @Override
        public void invalidateAll(Collection<?> keys) {
            super.invalidateAll(keys);
            rig.clock.advance(GuardedRig.TIME_OUT.dividedBy(2));
        }
    }

    @Test
    void C11_invalidatedAgainWhileItIsMade_isMadeAgain() {
        put("k", "old");
        rig.breakDown();
        rig.store.invalidate("k");
        recover();
        rig.remote.hang(Operation.INVALIDATE_ALL);
        int before = rig.remote.calls(Operation.INVALIDATE_ALL);
        try (Callers<Object> probe = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.INVALIDATE_ALL, before + 1);
            assertThat(rig.store.invalidate("k")).isFalse();
            assertThatThrownBy(() -> rig.value("k")).isInstanceOf(BackendException.class);
            rig.remote.work();
            assertThat(probe.values()).containsOnlyNulls();
        }
        assertThat(rig.remote.calls(Operation.INVALIDATE_ALL)).isEqualTo(before + 2);
        assertThat(queued()).isZero();
    }

    @Test
    void C11_othersWaitForTheOneThatMakesThem() {
        put("k", "old");
        rig.remote.fail(Operation.INVALIDATE);
        rig.store.invalidate("k");
        rig.remote.hang(Operation.INVALIDATE_ALL);
        try (Callers<Object> first = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.INVALIDATE_ALL, 1);
            try (Callers<Object> others = Callers.start(3, number -> rig.value("k"))) {
                rig.clock.awaitWaiters(4);
                assertThat(rig.remote.calls(Operation.READ)).isZero();
                rig.remote.work();
                assertThat(others.values()).hasSize(3).containsOnlyNulls();
            }
            assertThat(first.values()).containsOnlyNulls();
        }
        assertThat(rig.remote.calls(Operation.INVALIDATE_ALL)).isEqualTo(1);
    }

    @Test
    void C11_queuedWhileAnotherReads_isMadeBeforeTheNextReading() {
        put("k", "old");
        rig.remote.hang(Operation.READ);
        rig.remote.fail(Operation.INVALIDATE);
        try (Callers<Object> early = Callers.start(1, number -> rig.value("k"))) {
            rig.remote.awaitCalls(Operation.READ, 1);
            assertThat(rig.store.invalidate("k")).isFalse();
            rig.remote.work(Operation.READ);
            assertThat(early.values()).as("it began before").containsExactly("old");
        }
        assertThat(rig.value("k")).isNull();
    }

    @Test
    void C11_storm_nobodyReadsWhatWasInvalidatedBefore() {
        try (Callers<Boolean> storm =
                Callers.start(4, number -> number == 0 ? flap() : renewAndRead("key-" + number))) {
            assertThat(storm.values()).containsOnly(true);
        }
    }

    private boolean flap() {
        for (int round = 0; round < 60; round++) {
            rig.remote.fail(Operation.values()[round % Operation.values().length], Operation.INVALIDATE);
            IntStream.range(0, 50).forEach(number -> Thread.onSpinWait());
            rig.remote.work();
            rig.clock.advance(GuardedRig.SECOND);
        }
        return true;
    }

    /** Each key has one writer; the source says what is the least that may be read. */
    private boolean renewAndRead(String key) {
        for (int version = 0; version < 200; version++) {
            put(key, version);
            int least = version + 1;
            rig.store.invalidate(key);
            try {
                Object read = rig.value(key);
                assertThat(read == null || (int) read >= least)
                        .as("%s of at least %s", read, least)
                        .isTrue();
            } catch (BackendException down) {
                continue;
            }
        }
        return true;
    }

    @Test
    void keyThatTheStoreFailsAt_endsAsTheMarkOfItsNamespace() {
        Store<Object> picky = new GuardedStore<>(new Picky(rig.behind, IllegalStateException::new), "books", rig.guard);
        put("k", "old");
        assertThat(picky.invalidate("bad")).isFalse();
        picky.invalidate("k");
        int seconds = 0;
        while (queued() > 0 && seconds++ < 30) {
            rig.clock.advance(GuardedRig.SECOND);
            picky.stats();
        }
        assertThat(seconds).isLessThanOrEqualTo(Waiting.MARK_INSTEAD);
        assertThat(picky.read("k", rig.clock.nanos())).isNull();
    }

    @Test
    void keyThatTheStoreCannotHave_isNotWaitedFor() {
        Store<Object> picky = new GuardedStore<>(
                new Picky(rig.behind, () -> new dev.memoized.NotACounterException("no key")), "books", rig.guard);
        put("k", "old");
        rig.breakDown();
        picky.invalidateAll(List.of("bad", "k"));
        recover();
        assertThat(picky.read("k", rig.clock.nanos())).isNull();
        assertThat(queued()).isZero();
    }

    private static final class Picky extends ForwardingStore<Object> {
        private final java.util.function.Supplier<RuntimeException> failure;

        Picky(Store<Object> store, java.util.function.Supplier<RuntimeException> failure) {
            super(store);
            this.failure = failure;
        }

        @Override
        public boolean invalidate(Object key) {
            invalidateAll(List.of(key));
            return true;
        }

        @Override
        public void invalidateAll(Collection<?> keys) {
            if (keys.contains("bad")) {
                throw failure.get();
            }
            super.invalidateAll(keys);
        }
    }

    @Test
    void waiting_isToldOnce() {
        try (HeardLog heard = HeardLog.open()) {
            rig.remote.fail();
            Stream.of("a", "b", "c").forEach(rig.store::invalidate);
            assertThat(heard.texts())
                    .filteredOn(text -> text.startsWith("WARNING") && text.contains("MEMO0341"))
                    .hasSize(1);
        }
    }

    @Test
    void whatAddsOrCounts_failsAndIsNotRepeated() {
        rig.store.put("n", GuardedRig.entry(1), GuardedRig.LIFE);
        rig.remote.loseAnswers(Operation.INCREMENT, Operation.ADD);
        assertThatThrownBy(() -> rig.store.increment("n", 1)).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> rig.store.add("k", GuardedRig.entry("v"), GuardedRig.LIFE))
                .isInstanceOf(BackendException.class);
        rig.remote.work();
        assertThat(rig.value("n")).isEqualTo(2);
        assertThat(rig.value("k")).isEqualTo("v");
        assertThat(rig.remote.calls(Operation.INCREMENT, Operation.ADD)).isEqualTo(2);
    }
}
