package dev.memoized.impl.memoizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.EntryException;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.Outcome;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import dev.memoized.testing.FaultyBackend;
import dev.memoized.testing.FaultyBackend.Operation;
import dev.memoized.testing.Gate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReplacementTest {
    private final Bench bench = Bench.create();
    private final Memoizer memoizer = bench.memoizer();
    private final Gate gate = new Gate();
    private final AtomicInteger computed = new AtomicInteger();

    @Test
    void replacedFunction_isForgottenAndGoesToItsOriginal() {
        Supplier<String> first = memoizer.supplier("name", () -> "first" + computed.incrementAndGet());
        first.get();
        Supplier<String> second = memoizer.supplier("name", () -> "second" + computed.incrementAndGet());

        assertThat(second.get()).isEqualTo("second2").isEqualTo(second.get());
        assertThat(List.of(first.get(), first.get())).containsExactly("first3", "first4");
        assertThat(second.get()).isEqualTo("second2");
        assertThat(memoizer.memoized().methods()).hasSize(1);
        assertThatThrownBy(() -> memoizer.memoized().entry(first::get)).isInstanceOf(EntryException.class);
    }

    @Test
    void computationUnderWay_isNotStoredForTheSuccessor() {
        gate.hold(Place.COMPUTED);
        Supplier<String> first = memoizer.supplier("name", () -> {
            gate.reached(Place.COMPUTED, "first");
            return "first" + computed.incrementAndGet();
        });
        Callers<String> caller = Callers.start(1, number -> first.get());
        gate.awaitReached(Place.COMPUTED, 1);
        Supplier<String> second = memoizer.supplier("name", () -> "second");
        gate.open(Place.COMPUTED);

        assertThat(caller.values()).containsExactly("first1");
        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void computationBegunAfterTheReplacement_isNotStoredForTheSuccessor() {
        gate.hold(Place.LEASED);
        MemoizedTerms held = MemoizedTerms.defaults().versionedBy(call -> {
            gate.reached(Place.LEASED, "first");
            return null;
        });
        Supplier<String> first = memoizer.with(held).supplier("name", () -> "first");
        Callers<String> caller = Callers.start(1, number -> first.get());
        gate.awaitReached(Place.LEASED, 1);
        Supplier<String> second = memoizer.supplier("name", () -> "second");
        gate.open(Place.LEASED);

        assertThat(caller.values()).containsExactly("first");
        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void computationBegunAfterTheReplacement_isNotAnsweredToTheSuccessor() {
        gate.hold(Place.LEASED);
        gate.hold(Place.COMPUTED);
        MemoizedTerms held = MemoizedTerms.defaults().versionedBy(call -> {
            if (computed.getAndIncrement() == 0) {
                gate.reached(Place.LEASED, "first");
            }
            return null;
        });
        Supplier<String> first = memoizer.with(held).supplier("name", () -> {
            gate.reached(Place.COMPUTED, "first");
            return "first";
        });
        Callers<String> caller = Callers.start(1, number -> first.get());
        gate.awaitReached(Place.LEASED, 1);
        Supplier<String> second = memoizer.with(held).supplier("name", () -> "second");
        gate.open(Place.LEASED);
        gate.awaitReached(Place.COMPUTED, 1);

        assertThat(second.get()).isEqualTo("second");
        gate.open(Place.COMPUTED);
        assertThat(caller.values()).containsExactly("first");
    }

    /** A pair of methods. */
    interface Pair {
        String one();

        String other();
    }

    private record Named(String name) implements Pair {
        @Override
        public String one() {
            return name + " one";
        }

        @Override
        public String other() {
            return name + " other";
        }
    }

    @Test
    void handOverThatFails_isMadeUpForByTheNext() {
        FaultyBackend backend = new FaultyBackend(new LocalBackend(bench.clock()), bench.clock());
        try (Memoizer some =
                Memoizer.builder().time(bench.clock()).backend(backend).build()) {
            Pair first = some.attach("pair", Pair.class, new Named("first"), "one", "other");
            assertThat(List.of(first.one(), first.other())).containsExactly("first one", "first other");
            backend.fail(Operation.INVALIDATE_MARK);
            assertThatThrownBy(() -> some.attach("pair", Pair.class, new Named("second"), "one"))
                    .isInstanceOf(BackendException.class);
            backend.work();
            some.attach("pair", Pair.class, new Named("third"), "one");
            Pair last = some.attach("pair", Pair.class, new Named("last"), "one", "other");
            assertThat(List.of(last.one(), last.other())).containsExactly("last one", "last other");
        }
    }

    @Test
    void handleOfTheFormer_isNoneOfTheSuccessor() {
        Supplier<String> first = memoizer.supplier("name", () -> "first" + computed.incrementAndGet());
        MemoizedEntry<String> handle = memoizer.memoized().entry(first::get);
        memoizer.supplier("name", () -> "second").get();

        assertThatThrownBy(() -> handle.put("put"))
                .isInstanceOf(EntryException.class)
                .hasMessageContaining("MEMO0377");
        assertThatThrownBy(handle::lookup).isInstanceOf(EntryException.class);
        assertThatThrownBy(handle::refreshNow).isInstanceOf(EntryException.class);
        assertThatThrownBy(() -> memoizer.memoized().entry(first::get)).isInstanceOf(EntryException.class);
        assertThat(computed).as("recorded only").hasValue(0);
    }

    @Test
    void callThatSeesItsEnd_takesNothingOfTheSuccessors() {
        gate.hold(Place.LEASED);
        MemoizedTerms held = MemoizedTerms.defaults().keyGenerator(call -> {
            if (computed.getAndIncrement() == 0) {
                gate.reached(Place.LEASED, "first");
            }
            return "key";
        });
        Supplier<String> first = memoizer.with(held).supplier("name", () -> "first");
        Callers<String> caller = Callers.start(1, number -> first.get());
        gate.awaitReached(Place.LEASED, 1);
        Supplier<String> second = memoizer.with(held).supplier("name", () -> "second");
        second.get();
        gate.open(Place.LEASED);

        assertThat(caller.values()).containsExactly("first");
        assertThat(bench.count(Outcome.FRESH)).isOne();
    }

    @Test
    void stageUnderWay_isNotStoredForTheSuccessor() {
        CompletableFuture<String> slow = new CompletableFuture<>();
        Supplier<CompletionStage<String>> first = memoizer.supplierAsync("name", () -> slow);
        CompletionStage<String> answer = first.get();
        Supplier<CompletionStage<String>> second =
                memoizer.supplierAsync("name", () -> CompletableFuture.completedFuture("second"));
        slow.complete("first");

        assertThat(answer.toCompletableFuture().join()).isEqualTo("first");
        assertThat(second.get().toCompletableFuture().join()).isEqualTo("second");
    }

    @Test
    void renewalUnderWay_isNotStoredForTheSuccessor() {
        MemoizedTerms stale =
                MemoizedTerms.defaults().refreshAfter(Duration.ofSeconds(1)).expireAfter(Duration.ofHours(1));
        Supplier<String> first = memoizer.with(stale).supplier("name", () -> "first");
        first.get();
        bench.advance(60);
        first.get();
        Supplier<String> second = memoizer.supplier("name", () -> "second" + computed.incrementAndGet());
        bench.executor().runAll();

        assertThat(second.get()).isEqualTo("second1");
    }

    @Test
    void ownCondition_isStillAsked() {
        Function<String, String> kept = memoizer.with(
                        MemoizedTerms.defaults().cacheIf((call, result) -> !"no".equals(result)))
                .function("name", text -> {
                    computed.incrementAndGet();
                    return text;
                });
        kept.apply("no");
        kept.apply("no");
        kept.apply("yes");
        kept.apply("yes");

        assertThat(computed).hasValue(3);
    }

    @Test
    void detachedName_remembersNothing() {
        Supplier<Integer> number = memoizer.supplier("name", computed::incrementAndGet);
        number.get();

        assertThat(memoizer.detach("name")).isTrue();
        assertThat(number.get() + number.get()).isEqualTo(5);
        assertThat(memoizer.detach("name")).isFalse();
        assertThat(memoizer.detach("unknown")).isFalse();
        assertThat(memoizer.memoized().methods()).isEmpty();
        assertThat(memoizer.supplier("name", computed::incrementAndGet).get()).isEqualTo(4);
    }

    @Test
    void names_areBounded() {
        for (int i = 0; i < 10_000; i++) {
            memoizer.supplier("name" + i, () -> 1);
            memoizer.detach("name" + i);
        }

        assertThatThrownBy(() -> memoizer.supplier("more", () -> 1)).hasMessageContaining("MEMO0376");
        assertThat(memoizer.supplier("name7", () -> 7).get()).isEqualTo(7);
    }
}
