package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FAILED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.MutatedValueException;
import dev.memoized.impl.backend.QuietStore;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.ForwardingStore;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** C-49: with the setting on, whoever meets a value that was changed gets no value. */
@Timeout(60)
class MutatedValueTest {
    private static final String CANARY = "4111-1111-1111-1111";

    private final Rig rig = Rig.create();

    /** A value, what somebody does to it, and the class in which it is seen. */
    private record Changing<T>(String label, Supplier<T> made, Consumer<T> change, Class<?> place) {
        @SuppressWarnings("unchecked")
        void changes(Object value) {
            change.accept((T) value);
        }
    }

    private static Stream<Changing<?>> changing() {
        return Stream.of(
                new Changing<>("list", () -> new ArrayList<>(List.of(1)), list -> list.set(0, 2), ArrayList.class),
                new Changing<>("empty list", ArrayList::new, list -> list.add(1), ArrayList.class),
                new Changing<>("shrunk list", () -> new ArrayList<>(List.of(1)), List::clear, ArrayList.class),
                new Changing<>("set", () -> new HashSet<>(Set.of(1)), set -> set.add(2), HashSet.class),
                new Changing<>("map", () -> new HashMap<>(Map.of(1, 1)), map -> map.put(1, 2), HashMap.class),
                new Changing<>("array", () -> new Object[] {1}, array -> array[0] = 2, Object[].class),
                new Changing<>("numbers", () -> new int[] {1}, array -> array[0] = 2, int[].class),
                new Changing<>("date", () -> new Date(1), date -> date.setTime(2), Date.class),
                new Changing<>("number", () -> new AtomicInteger(1), number -> number.set(2), AtomicInteger.class),
                new Changing<>("text", () -> new StringBuilder("a"), text -> text.append("b"), StringBuilder.class),
                new Changing<>("bean", () -> new Bean(1), bean -> bean.held = 2, Bean.class),
                new Changing<>("field set to null", () -> new Bean(1), bean -> bean.held = null, Bean.class),
                new Changing<>("nested bean", () -> new Bean(new Bean(1)), bean -> bean.inner().held = 2, Bean.class),
                new Changing<>("inherited field", () -> new Special(1), bean -> bean.held = 2, Special.class),
                new Changing<>("bean in a list", () -> List.of(new Bean(1)), list -> list.get(0).held = 2, Bean.class),
                new Changing<>("list in a record", Box::new, box -> box.list().add(2), ArrayList.class),
                new Changing<>(
                        "list in an optional",
                        () -> Optional.of(new ArrayList<>()),
                        held -> held.get().add(1),
                        ArrayList.class),
                new Changing<>(
                        "behind a wrapper",
                        () -> Collections.unmodifiableList(new ArrayList<>(List.of(new Bean(1)))),
                        list -> list.get(0).held = 2,
                        Bean.class),
                new Changing<>(
                        "ring", MutatedValueTest::ring, bean -> bean.inner().inner().held = 1, Bean.class),
                new Changing<>("long chain", () -> chain(20_000), bean -> end(bean).held = 1, Bean.class),
                new Changing<>("many bytes", () -> new byte[50_000], bytes -> bytes[49_999] = 1, byte[].class));
    }

    /** Kills: nothing is looked at; only the value itself is; the entry stays. */
    @TestFactory
    Stream<DynamicTest> changedValue_isServedToNobodyAndDropped() {
        return changing()
                .map(each -> DynamicTest.dynamicTest(each.label(), () -> {
                    Rig own = Rig.create();
                    Rigged method = Watching.plain(
                            own, Terms.standard(), arguments -> each.made().get());
                    Object value = method.call("k");
                    assertThat(method.call("k")).isSameAs(value);
                    assertThat(method.call("k")).isSameAs(value);
                    each.changes(value);
                    assertThatThrownBy(() -> method.call("k"))
                            .isInstanceOf(MutatedValueException.class)
                            .hasMessageStartingWith("MEMO0345 proof: ")
                            .hasMessageContaining("in a " + each.place().getTypeName() + ",");
                    assertThat(method.call("k")).isNotSameAs(value);
                    assertThat(own.listener().outcomes()).containsExactly(COMPUTED, FRESH, FRESH, FAILED, COMPUTED);
                }));
    }

    /** Kills: what never changes is taken for changed; null is looked at. */
    @TestFactory
    Stream<DynamicTest> valueThatNobodyChanges_isServed() {
        return Stream.<Supplier<Object>>of(
                        () -> null,
                        () -> "text",
                        () -> 1,
                        () -> Optional.empty(),
                        () -> List.of(1, 2),
                        () -> new Box(List.of()),
                        () -> Thread.currentThread(),
                        () -> (Runnable) () -> {},
                        () -> new CachesItsHash("a"))
                .map(made -> DynamicTest.dynamicTest("value", () -> {
                    Rig own = Rig.create();
                    Rigged method = Watching.plain(own, Terms.standard(), arguments -> made.get());
                    Object value = method.call("k");
                    assertThat(Objects.hash(value)).isEqualTo(Objects.hash(value));
                    assertThat(method.call("k")).isSameAs(value);
                    assertThat(own.listener().outcomes()).containsExactly(COMPUTED, FRESH);
                }));
    }

    /** Kills: the stage is looked at, not its value. */
    @Test
    void valueOfAStage_isWatched() throws Exception {
        Rigged method = Watching.stage(
                rig, Terms.standard(), arguments -> CompletableFuture.completedFuture(new ArrayList<>()));
        change(method.stage("k").toCompletableFuture().join());
        assertThatThrownBy(() -> method.stage("k")).isInstanceOf(MutatedValueException.class);
        assertThat(method.stage("k")).isCompletedWithValue(List.of());
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FAILED, COMPUTED);
    }

    /** Kills: a value that a renewal stored is compared with the one before. */
    @Test
    void renewedValue_isAnotherOne() throws Exception {
        AtomicInteger computations = new AtomicInteger();
        Rigged method = Watching.plain(
                rig, Terms.twoLimits(), arguments -> new ArrayList<>(List.of(computations.incrementAndGet())));
        method.call("k");
        rig.clock().advance(Duration.ofSeconds(11));
        method.call("k");
        rig.executor().runAll();
        Object renewed = method.call("k");
        assertThat(renewed).isEqualTo(List.of(2));
        change(renewed);
        assertThatThrownBy(() -> method.call("k")).isInstanceOf(MutatedValueException.class);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, STALE, FRESH, FAILED);
    }

    /** Kills: only computed values are watched. */
    @Test
    void valueSetByHand_isWatched() {
        Rigged method = Watching.plain(rig, Terms.standard(), arguments -> "computed");
        List<Object> value = new ArrayList<>();
        method.put(Entry.of(value, rig.clock().nanos(), Set.of()), Duration.ofMinutes(1), "k");
        change(value);
        assertThatThrownBy(() -> method.call("k")).isInstanceOf(MutatedValueException.class);
    }

    /** Kills: what the lease brings is not looked at. */
    @Test
    void changedValueFoundByTheLease_isServedToNobodyAndNoLeaseIsLeft() throws Exception {
        Blind blind = new Blind(rig.backend());
        Rigged method = Watching.plain(rig.with(blind), Terms.standard(), arguments -> new ArrayList<>());
        change(method.call("k"));
        blind.reads = false;
        assertThatThrownBy(() -> method.call("k")).isInstanceOf(MutatedValueException.class);
        assertThat(method.flights()).isZero();
        assertThat(method.call("k")).isEqualTo(List.of());
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FAILED, COMPUTED);
    }

    /** Kills: the backend's failure takes the place of ours; the lease stays out. */
    @Test
    void changedValueThatCannotBeDropped_failsTheCallAllTheSame() throws Exception {
        Blind blind = new Blind(rig.backend());
        Rigged method = Watching.plain(rig.with(blind), Terms.standard(), arguments -> new ArrayList<>());
        change(method.call("k"));
        blind.reads = false;
        blind.drops = false;
        assertThatThrownBy(() -> method.call("k")).isInstanceOf(MutatedValueException.class);
        assertThat(blind.released).hasValue(1);
    }

    /** Kills: a value of any size is walked through at each hit; each hit tells the log. */
    @Test
    void valueOfTooManyParts_isServedUnwatchedAndToldOnce() throws Exception {
        try (HeardLog heard = HeardLog.open()) {
            Rigged method = Watching.plain(rig, Terms.standard(), arguments -> new ArrayList<>(numbers(100_000)));
            change(method.call("k"));
            method.call("k");
            method.call("k");
            assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH, FRESH);
            assertThat(heard.texts())
                    .filteredOn(text -> text.contains("MEMO0346"))
                    .singleElement()
                    .asString()
                    .startsWith("WARNING MEMO0346 proof: ")
                    .contains("a java.util.ArrayList is made of 100000 values or more");
        }
    }

    /** Kills: what a collection throws fails the call. */
    @Test
    void valueThatCannotBeRead_isServedUnwatched() throws Exception {
        Rigged method = Watching.plain(
                rig, Terms.standard(), arguments -> Collections.unmodifiableList(new ClosedSessionList()));
        Object value = method.call("k");
        assertThat(method.call("k")).isSameAs(value);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
    }

    /** Kills: the message repeats what it found; nothing is logged; each time is a warning. */
    @Test
    void changedValue_isToldByItsClassAlone() throws Exception {
        try (HeardLog heard = HeardLog.open()) {
            Rigged method = Watching.plain(rig, Terms.standard(), arguments -> new Bean(new StringBuilder(CANARY)));
            for (int i = 0; i < 2; i++) {
                ((Bean) method.call(CANARY)).held = CANARY;
                assertThatThrownBy(() -> method.call(CANARY)).hasMessageNotContaining(CANARY);
            }
            assertThat(heard.texts()).noneMatch(text -> text.contains(CANARY));
            assertThat(heard.texts())
                    .filteredOn(text -> text.contains("MEMO0345"))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("WARNING").contains(Bean.class.getName()),
                            second -> assertThat(second).startsWith("FINE"));
        }
    }

    /** Kills: the watch is always on. */
    @Test
    void withoutTheSetting_nothingIsThere() throws Exception {
        Rigged method = rig.plain(Terms.standard(), arguments -> new ArrayList<>());
        change(method.call("k"));
        assertThat(method.call("k")).isEqualTo(List.of("more"));
        assertThat(method.store()).isInstanceOf(QuietStore.class);
    }

    /** Kills: any backend is watched. */
    @Test
    void backendThatMakesCopies_isNotWatched() {
        Blind blind = new Blind(rig.backend());
        blind.capabilities = Set.of();
        Rigged method = Watching.plain(rig.with(blind), Terms.standard(), arguments -> "value");
        assertThat(method.store()).isInstanceOf(QuietStore.class);
    }

    /** Kills: nobody is told that hits are slow. */
    @Test
    void setting_isToldAtTheStart() {
        try (HeardLog heard = HeardLog.open()) {
            Watching.plain(rig, Terms.standard(), arguments -> "value");
            assertThat(heard.texts())
                    .containsExactly("INFO MEMO0347 memoized.default.detect-mutation is on: each hit looks at the whole"
                            + " of its value. It is meant for tests.");
        }
    }

    @SuppressWarnings("unchecked")
    private static void change(Object list) {
        ((List<Object>) list).add("more");
    }

    private static List<Integer> numbers(int count) {
        return Collections.nCopies(count, 1);
    }

    private static Bean ring() {
        Bean first = new Bean(null);
        first.held = new Bean(new Bean(first));
        return first;
    }

    private static Bean chain(int length) {
        Bean first = new Bean(0);
        for (int i = 0; i < length; i++) {
            first = new Bean(first);
        }
        return first;
    }

    private static Bean end(Bean first) {
        Bean last = first;
        while (last.held instanceof Bean next) {
            last = next;
        }
        return last;
    }

    private static class Bean {
        Object held;

        Bean(Object held) {
            this.held = held;
        }

        Bean inner() {
            return (Bean) held;
        }
    }

    private static final class Special extends Bean {
        Special(Object held) {
            super(held);
        }
    }

    private record Box(List<Integer> list) {
        Box() {
            this(new ArrayList<>(List.of(1)));
        }
    }

    private static final class CachesItsHash {
        private final String name;
        private transient int hash;

        CachesItsHash(String name) {
            this.name = name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof CachesItsHash that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            hash = name.hashCode();
            return hash;
        }
    }

    private static final class ClosedSessionList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new IllegalStateException(CANARY);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    /** A backend whose reads find nothing and which drops nothing when told; its leases go on. */
    private static final class Blind implements ObjectBackend {
        private final ObjectBackend backend;
        private final AtomicInteger released = new AtomicInteger();
        private boolean reads = true;
        private boolean drops = true;
        private Set<Capability> capabilities = Set.of(Capability.BY_REFERENCE);

        Blind(ObjectBackend backend) {
            this.backend = backend;
        }

        @Override
        public Set<Capability> capabilities() {
            return capabilities;
        }

        @Override
        public Store<Object> open(Namespace namespace) {
            return new ForwardingStore<Object>(backend.open(namespace)) {
                @Override
                public Entry<Object> read(Object key, long now) {
                    return reads ? super.read(key, now) : null;
                }

                @Override
                public boolean invalidate(Object key) {
                    if (drops) {
                        return super.invalidate(key);
                    }
                    throw new IllegalStateException("read only");
                }

                @Override
                public void release(Lease lease) {
                    released.incrementAndGet();
                    super.release(lease);
                }
            };
        }
    }
}
