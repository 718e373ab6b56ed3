package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend.Operation;
import dev.memoized.testing.ManualClock;
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

/** What invalidations that wait for the backend do to the leases that are out in this JVM. */
@Timeout(60)
class LendingStoreTest {
    private static final Mark GROUP = Mark.group("books", "part");
    private static final TaggedKey KEY = new TaggedKey("k", Set.of("tag"), Set.of(GROUP));

    private final GuardedRig rig = new GuardedRig();
    private final Store<Object> store = deaf("books");
    private Runnable invalidation = () -> {};

    @AfterEach
    void close() {
        rig.close();
    }

    /** Before a store whose leases learn of nothing. */
    private Store<Object> deaf(String name) {
        return new GuardedStore<>(new Deaf(rig.remote.open(GuardedRig.namespace(name))), name, rig.guard);
    }

    private static class Deaf extends ForwardingStore<Object> {
        Deaf(Store<Object> store) {
            super(store);
        }

        private record Unknowing(Lease inner) implements Lease {
            @Override
            public Object key() {
                return inner.key();
            }

            @Override
            public long asOf() {
                return inner.asOf();
            }

            @Override
            public boolean isVoid() {
                return false;
            }
        }

        private static Lease inner(Lease lease) {
            return ((Unknowing) lease).inner();
        }

        @Override
        public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
            LeaseAnswer<Object> answer = store().lease(key, life, exclusive);
            return answer instanceof LeaseAnswer.Granted<Object> granted
                    ? new LeaseAnswer.Granted<>(new Unknowing(granted.lease()), granted.entry())
                    : answer;
        }

        @Override
        public Lease claim(Object key, Duration life) {
            return new Unknowing(store().claim(key, life));
        }

        @Override
        public boolean publish(Lease lease, Entry<Object> entry, Duration life) {
            return store().publish(inner(lease), entry, life);
        }

        @Override
        public boolean replace(Lease claim, Entry<Object> entry, Duration life, Mark others) {
            return store().replace(inner(claim), entry, life, others);
        }

        @Override
        public boolean renew(Lease lease, Duration life) {
            return store().renew(inner(lease), life);
        }

        @Override
        public void release(Lease lease) {
            store().release(inner(lease));
        }
    }

    private static Lease lease(Store<Object> store, Object key) {
        return ((LeaseAnswer.Granted<Object>) store.lease(key, GuardedRig.LIFE, true)).lease();
    }

    /** The backend works again, and what waited is made. */
    private void recover() {
        rig.remote.work();
        rig.clock.advance(GuardedRig.SECOND);
        store.stats();
        assertThat(rig.guard.health().queued()).isZero();
    }

    private int out() {
        return rig.guard.lent().size();
    }

    /** In each of many ways. */
    private void assertVoided(List<Consumer<Store<Object>>> ways) {
        for (Consumer<Store<Object>> way : ways) {
            Lease lease = lease(store, KEY);
            Lease claim = store.claim(KEY, GuardedRig.LIFE);
            rig.remote.fail();
            way.accept(store);
            assertThat(lease.isVoid()).as("at once").isTrue();
            assertThat(claim.isVoid()).as("the claim, at once").isTrue();
            recover();
            assertThat(lease.isVoid()).as("when it was made").isTrue();
            assertThat(claim.isVoid()).as("the claim, when it was made").isTrue();
            assertThat(store.publish(lease, GuardedRig.entry("old"), GuardedRig.LIFE))
                    .isFalse();
            assertThat(store.replace(claim, GuardedRig.entry("old"), GuardedRig.LIFE, null))
                    .isFalse();
            assertThat(out()).isZero();
        }
    }

    @Test
    void keyInvalidatedWhileDown_voidsItsLeasesForGood() {
        Entry<Object> entry = GuardedRig.entry("new");
        assertVoided(List.of(
                books -> books.invalidate(KEY),
                books -> books.invalidateAll(List.of("j", KEY)),
                books -> books.touch(KEY, Duration.ZERO),
                books -> books.put(KEY, entry, GuardedRig.LIFE),
                books -> books.putAll(Map.of(KEY, entry), GuardedRig.LIFE)));
    }

    @Test
    void markRaisedWhileDown_voidsTheLeasesBelowItForGood() {
        Store<Object> authors = rig.open("authors");
        for (InvalidationMode mode : InvalidationMode.values()) {
            assertVoided(Stream.of(Mark.namespace("books"), Mark.tag("tag"), GROUP)
                    .flatMap(mark -> Stream.<Consumer<Store<Object>>>of(
                            books -> books.invalidate(mark, mode), books -> authors.invalidate(mark, mode)))
                    .toList());
        }
    }

    @Test
    void timedOut_voidsBeforeItsCallerKnows() {
        Lease lease = lease(store, KEY);
        rig.remote.hang(Operation.INVALIDATE);
        assertThat(rig.overdue(Operation.INVALIDATE, () -> {
                            store.invalidate(KEY);
                            return lease.isVoid();
                        })
                        .value())
                .isTrue();
    }

    @Test
    void invalidatedWhileItIsGranted_isVoid() {
        rig.remote.fail(Operation.INVALIDATE);
        Store<Object> slow = new GuardedStore<>(
                new Deaf(rig.remote.open(GuardedRig.namespace("books"))) {
                    @Override
                    public LeaseAnswer<Object> lease(Object key, Duration life, boolean exclusive) {
                        LeaseAnswer<Object> answer = super.lease(key, life, exclusive);
                        invalidation.run();
                        return answer;
                    }
                },
                "books",
                rig.guard);
        invalidation = () -> slow.invalidate(KEY);
        assertThat(lease(slow, KEY).isVoid()).isTrue();
    }

    @Test
    void writtenTooLate_voidsAgain() {
        rig.remote.hang(Operation.ADD);
        rig.overdue(Operation.ADD, () -> store.add("k", GuardedRig.entry("v"), GuardedRig.LIFE));
        Lease lease = lease(store, new TaggedKey("k", Set.of()));
        rig.remote.work();
        GuardedRig.eventually(lease::isVoid);
    }

    @Test
    void otherKeysAndMarks_voidNothing() {
        Store<Object> authors = rig.open("authors");
        Lease lease = lease(store, KEY);
        rig.remote.fail();
        store.invalidate("j");
        store.invalidateAll(List.of("j", "l"));
        authors.invalidate(KEY);
        Stream.of(Mark.namespace("authors"), Mark.tag("k"), Mark.group("books", "k"), Mark.group("authors", "part"))
                .forEach(mark -> store.invalidate(mark, InvalidationMode.HARD));
        assertThat(lease.isVoid()).isFalse();
        recover();
        assertThat(lease.isVoid()).isFalse();
        assertThat(store.publish(lease, GuardedRig.entry("new"), GuardedRig.LIFE))
                .isTrue();
    }

    @Test
    void leaseFromAfterTheInvalidation_isNotVoid() {
        rig.remote.fail();
        store.invalidate(KEY);
        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        assertThatThrownBy(() -> lease(store, KEY)).isInstanceOf(BackendException.class);
        rig.remote.work();
        Lease lease = lease(store, KEY);
        assertThat(lease.isVoid()).isFalse();
        assertThat(store.publish(lease, GuardedRig.entry("new"), GuardedRig.LIFE))
                .isTrue();
    }

    @Test
    void tooManyKeys_voidTheLeasesOfTheirNamespace() {
        Store<Object> authors = deaf("authors");
        Lease lease = lease(store, KEY);
        Lease other = lease(authors, KEY);
        rig.remote.fail();
        IntStream.rangeClosed(0, Waiting.KEYS_AT_MOST).forEach(store::invalidate);
        assertThat(rig.guard.health().widened()).isEqualTo(1);
        assertThat(lease.isVoid()).isTrue();
        assertThat(other.isVoid()).isFalse();
        assertThat(out()).isEqualTo(1);
    }

    @Test
    void tooManyMarks_voidAllLeases() {
        Lease lease = lease(store, KEY);
        Lease other = lease(deaf("authors"), "a");
        rig.remote.fail();
        IntStream.rangeClosed(0, Waiting.MARKS_AT_MOST)
                .forEach(number -> store.invalidate(Mark.tag("tag-" + number), InvalidationMode.SOFT));
        assertThat(rig.guard.health().widened()).isEqualTo(1);
        assertThat(lease.isVoid()).isTrue();
        assertThat(other.isVoid()).isTrue();
    }

    @Test
    void voidHere_isGivenBackInsteadOfPublished() {
        Store<Object> forgetting = new GuardedStore<>(
                new Deaf(rig.remote.open(GuardedRig.namespace("books"))) {
                    @Override
                    public void invalidateAll(Collection<?> keys) {}
                },
                "books",
                rig.guard);
        Lease lease = lease(forgetting, KEY);
        rig.remote.fail();
        forgetting.invalidate(KEY);
        recover();
        assertThat(forgetting.renew(lease, GuardedRig.LIFE)).isFalse();
        assertThat(forgetting.publish(lease, GuardedRig.entry("old"), GuardedRig.LIFE))
                .isFalse();
        assertThat(rig.remote.calls(Operation.PUBLISH, Operation.RENEW)).isZero();
        assertThat(lease(store, KEY).isVoid()).as("it is out no more").isFalse();
    }

    @Test
    void voidHere_isNotRenewedByItsHolder() {
        ManualClock clock = rig.clock;
        Store<Object> holding = new HoldingStore<>(store, GuardedRig.LIFE.dividedBy(10), clock);
        lease(holding, KEY);
        rig.remote.fail();
        holding.invalidate(KEY);
        recover();
        clock.advance(GuardedRig.LIFE);
        assertThat(rig.remote.calls(Operation.RENEW)).isZero();
        assertThat(clock.pending()).isZero();
    }

    @Test
    void ended_isForgotten() {
        store.publish(lease(store, "a"), GuardedRig.entry("v"), GuardedRig.LIFE);
        store.release(lease(store, "b"));
        store.replace(store.claim("c", GuardedRig.LIFE), GuardedRig.entry("v"), GuardedRig.LIFE, null);
        assertThat(out()).isZero();
    }

    @Test
    void endedWhileDown_isForgotten() {
        Lease published = lease(store, "a");
        Lease released = lease(store, "b");
        Lease replaced = store.claim("c", GuardedRig.LIFE);
        assertThat(out()).isEqualTo(3);
        rig.remote.fail();
        assertThat(store.publish(published, GuardedRig.entry("v"), GuardedRig.LIFE))
                .isFalse();
        assertThatThrownBy(() -> store.release(released)).isInstanceOf(BackendException.class);
        assertThat(store.replace(replaced, GuardedRig.entry("v"), GuardedRig.LIFE, null))
                .isFalse();
        assertThat(out()).isZero();
        assertThat(List.of(published, released, replaced)).allMatch(Lease::isVoid);
    }

    @Test
    void notGranted_isForgotten() {
        Lease first = lease(store, "k");
        assertThat(store.lease("k", GuardedRig.LIFE, true)).isInstanceOf(LeaseAnswer.Busy.class);
        rig.remote.fail();
        assertThatThrownBy(() -> lease(store, "j")).isInstanceOf(BackendException.class);
        assertThatThrownBy(() -> store.claim("j", GuardedRig.LIFE)).isInstanceOf(BackendException.class);
        assertThat(out()).isEqualTo(1);
        assertThat(first.isVoid()).isFalse();
    }

    @Test
    void grantedTooLate_isForgotten() {
        rig.remote.hang(Operation.LEASE);
        rig.overdue(Operation.LEASE, () -> lease(store, "k"));
        rig.remote.work();
        rig.remote.awaitCalls(Operation.RELEASE, 1);
        assertThat(out()).isZero();
    }

    @Test
    void neverEnded_isForgottenWithItsLife() {
        Lease renewed = lease(store, "renewed");
        List<Lease> lost = IntStream.range(1, Lent.ROOM)
                .mapToObj(number -> lease(store, number))
                .toList();
        rig.clock.advance(GuardedRig.SECOND);
        store.renew(renewed, GuardedRig.LIFE);
        rig.clock.advance(GuardedRig.LIFE.minusSeconds(1).plusNanos(1));
        assertThat(out()).isEqualTo(Lent.ROOM);
        lease(store, "one more");
        assertThat(out()).isEqualTo(2);
        assertThat(renewed.isVoid()).isFalse();
        assertThat(lost).as("nobody could void them any more").allMatch(Lease::isVoid);
    }

    @Test
    void storm_nobodyHoldsALeaseFromBeforeAnInvalidation() {
        try (Callers<Boolean> storm = Callers.start(4, number -> number == 0 ? flap() : leaseAndInvalidate(number))) {
            assertThat(storm.values()).containsOnly(true);
        }
        rig.remote.work();
        GuardedRig.eventually(() -> out() == 0);
    }

    private boolean flap() {
        for (int round = 0; round < 60; round++) {
            rig.remote.fail(Operation.INVALIDATE, Operation.INVALIDATE_ALL);
            IntStream.range(0, 50).forEach(number -> Thread.onSpinWait());
            rig.remote.work();
            rig.clock.advance(GuardedRig.SECOND);
        }
        return true;
    }

    /** Each key has one thread; only a lease that came too late and was not given back yet may stand in its way. */
    private boolean leaseAndInvalidate(int number) {
        Object key = "key-" + number;
        for (int round = 0; round < 200; round++) {
            try {
                if (rig.store.lease(key, GuardedRig.LIFE, true) instanceof LeaseAnswer.Granted<Object> granted) {
                    rig.store.invalidate(key);
                    assertThat(granted.lease().isVoid()).isTrue();
                    rig.store.release(granted.lease());
                }
            } catch (BackendException down) {
                continue;
            }
        }
        return true;
    }
}
