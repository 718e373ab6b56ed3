package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.BackendException;
import dev.memoized.ColdCacheException;
import dev.memoized.WhenCold;
import dev.memoized.impl.engine.PolicyCase.Lease;
import dev.memoized.impl.engine.PolicyCase.Origin;
import dev.memoized.impl.engine.PolicyCase.There;
import dev.memoized.impl.engine.PolicyRow.Gets;
import dev.memoized.impl.engine.PolicyRow.Left;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import dev.memoized.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** Every combination of the table, each on an engine of its own. A wrong cell fails those that it is about. */
@Timeout(120)
class PolicyTableTest {
    private static final Path PAGE = Path.of("../docs/reference/policies.md");

    @Test
    void everyCombination_isInExactlyOneLine() {
        assertThat(PolicyCase.all()).hasSize(216);
        for (PolicyCase one : PolicyCase.all()) {
            assertThat(PolicyTable.ROWS.stream().filter(row -> row.covers(one)))
                    .as(one.toString())
                    .hasSize(1);
        }
    }

    @Test
    void page_saysWhatTheTableSays() throws IOException {
        if (Boolean.getBoolean("memoized.write-docs")) {
            Files.writeString(PAGE, PolicyTable.page());
        }
        assertThat(PAGE).as("write it again with -Dmemoized.write-docs=true").hasContent(PolicyTable.page());
    }

    @TestFactory
    Stream<DynamicTest> combination_endsAsItsLineSays() {
        return PolicyCase.all().stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> {
                    PolicyRow row = PolicyTable.ROWS.stream()
                            .filter(each -> each.covers(one))
                            .findFirst()
                            .orElseThrow();
                    new Run(one).check(row);
                }));
    }

    /** One combination: an engine of its own, and another one that holds the lease. */
    private static final class Run {
        private final AtomicInteger computations = new AtomicInteger();
        private final FaultyBackend backend;
        private final Rig rig;
        private final Rig there;
        private final PolicyCase one;
        private final Rigged method;
        private final Rigged theirs;
        private int inCall;

        Run(PolicyCase one) {
            ManualClock clock = new ManualClock();
            this.one = one;
            this.there = Rig.on(clock).with(new LocalBackend(clock));
            this.backend = new FaultyBackend(there.backend());
            this.rig = Rig.on(clock).with(backend);
            this.method = rig.plain(one.terms(), this::compute);
            this.theirs = there.plain(one.terms(), arguments -> "theirs");
        }

        private Object compute(Object... arguments) {
            computations.incrementAndGet();
            if (one.origin() == Origin.FAILS) {
                throw new IllegalStateException("down");
            }
            return "new";
        }

        void check(PolicyRow row) throws Exception {
            if (one.there() != There.MISS) {
                method.put(Entry.of("old", rig.clock().nanos(), Set.of()), Duration.ofMinutes(1), "k");
            }
            rig.clock().advance(Duration.ofSeconds(one.there() == There.STALE ? 11 : 1));
            if (one.lease() == Lease.REFUSED) {
                backend.before(operation -> {
                    if (operation.equals("lease")) {
                        throw new BackendException("no permission", null);
                    }
                });
            }
            if (one.lease() == Lease.HELD && one.there() != There.FRESH) {
                held(row);
            } else {
                call(row);
            }
            assertThat(method.flights()).isZero();
            assertThat(rig.clock().waiters()).isZero();
        }

        private void held(PolicyRow row) throws Exception {
            there.gate().hold(Place.LEASED);
            try (Callers<Object> holder = Callers.start(1, number -> {
                Object served = theirs.call("k");
                return there.executor().runNext() ? "renewed" : served;
            })) {
                there.gate().awaitReached(Place.LEASED, 1);
                call(row);
                there.gate().open(Place.LEASED);
                holder.results();
            } finally {
                there.gate().close();
            }
        }

        private void call(PolicyRow row) throws Exception {
            try (Callers<Object> caller = Callers.start(1, number -> method.call("k"))) {
                if (row.gets() == Gets.COLD_LATER) {
                    rig.clock().awaitWaiters(1);
                    rig.clock().advance(Duration.ofSeconds(30));
                }
                assertGets(row.gets(), caller.results().get(0));
            }
            inCall = computations.get();
            rig.executor().runAll();
            assertThat(rig.listener().outcomes()).containsExactly(row.outcome());
            assertThat(inCall).as("computed in the call").isEqualTo(row.computations());
            assertThat(computations.get() - inCall).as("computed behind it").isEqualTo(row.behind());
            assertThat(left()).as("remembered").isEqualTo(row.left());
        }

        private void assertGets(Gets gets, Callers.Result<Object> result) {
            switch (gets) {
                case OLD_VALUE -> assertThat(List.of(result.value())).containsExactly("old");
                case NEW_VALUE -> assertThat(List.of(result.value())).containsExactly("new");
                case FAILURE -> assertThat(result.failure()).hasMessage("down");
                default -> assertThat(result.failure()).isInstanceOf(ColdCacheException.class);
            }
            boolean waits = one.there() == There.MISS && one.lease() == Lease.HELD && one.whenCold() == WhenCold.WAIT;
            assertThat(gets == Gets.COLD_LATER).isEqualTo(waits);
        }

        private Left left() {
            Entry<Object> entry =
                    method.store().read(method.key("k"), rig.clock().nanos());
            if (entry == null) {
                return Left.NOTHING;
            }
            return entry.value().equals("old") ? Left.OLD : Left.NEW;
        }
    }
}
