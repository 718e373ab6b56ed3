package dev.memoized.impl.memoizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Cache;
import dev.memoized.CacheIf;
import dev.memoized.ColdCacheException;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedTerms;
import dev.memoized.Outcome;
import dev.memoized.WhenCold;
import dev.memoized.WrongUseException;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.testing.Callers;
import dev.memoized.testing.Gate;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoizerTest {
    private static final MemoizedTerms STALE =
            MemoizedTerms.defaults().refreshAfter(Duration.ofSeconds(10)).expireAfter(Duration.ofSeconds(100));

    private final AtomicInteger computed = new AtomicInteger();

    private Function<String, String> numbered(Bench bench) {
        return bench.memoizer().function("numbered", text -> text + computed.incrementAndGet());
    }

    @Test
    void sameArgument_isComputedOnce() {
        Function<String, String> numbered = numbered(Bench.create());

        assertThat(List.of(numbered.apply("a"), numbered.apply("a"), numbered.apply("b")))
                .containsExactly("a1", "a1", "b2");
    }

    @Test
    void twoNames_shareNothing() {
        Bench bench = Bench.create();
        Function<String, String> upper = bench.memoizer().function("upper", String::toUpperCase);
        Function<String, String> twice = bench.memoizer().function("twice", text -> text + text);

        assertThat(List.of(upper.apply("a"), twice.apply("a"), upper.apply("a")))
                .containsExactly("A", "aa", "A");
    }

    @Test
    void everyShape_isRemembered() throws Exception {
        Bench bench = Bench.create();
        BiFunction<String, Integer, String> two =
                bench.memoizer().biFunction("two", (a, b) -> a + b + computed.incrementAndGet());
        Supplier<Integer> supplier = bench.memoizer().supplier("supplier", computed::incrementAndGet);
        Callable<Integer> callable = bench.memoizer().callable("callable", computed::incrementAndGet);

        assertThat(two.apply("a", 1)).isEqualTo("a11").isEqualTo(two.apply("a", 1));
        assertThat(two.apply("a", 2)).isEqualTo("a22");
        assertThat(supplier.get()).isEqualTo(3).isEqualTo(supplier.get());
        assertThat(callable.call()).isEqualTo(4).isEqualTo(callable.call());
    }

    @Test
    void stages_areRememberedByTheirValues() {
        Bench bench = Bench.create();
        CompletableFuture<String> first = new CompletableFuture<>();
        Function<String, CompletionStage<String>> stage = bench.memoizer().functionAsync("stage", text -> {
            computed.incrementAndGet();
            return first;
        });
        Supplier<CompletionStage<Integer>> supplier = bench.memoizer()
                .supplierAsync("supplier", () -> CompletableFuture.completedFuture(computed.incrementAndGet()));

        CompletionStage<String> leader = stage.apply("a");
        CompletionStage<String> follower = stage.apply("a");
        first.complete("value");

        assertThat(leader.toCompletableFuture().join()).isEqualTo("value");
        assertThat(follower.toCompletableFuture().join()).isEqualTo("value");
        assertThat(stage.apply("a").toCompletableFuture()).isNotSameAs(first).isCompletedWithValue("value");
        assertThat(supplier.get().toCompletableFuture().join()).isEqualTo(2);
        assertThat(supplier.get().toCompletableFuture().join()).isEqualTo(2);
    }

    @Test
    void staleValue_isServedAndRenewedBehind() {
        Bench bench = Bench.on(STALE);
        Function<String, String> numbered = numbered(bench);
        numbered.apply("a");
        bench.advance(50);

        assertThat(numbered.apply("a")).isEqualTo("a1");
        bench.executor().runAll();

        assertThat(numbered.apply("a")).isEqualTo("a2");
        assertThat(bench.count(Outcome.STALE)).isOne();
    }

    @Test
    void failedRenewal_leavesTheValue() {
        Bench bench = Bench.on(STALE);
        Function<String, String> failing = bench.memoizer().function("failing", text -> {
            if (computed.incrementAndGet() > 1) {
                throw new IllegalStateException("down");
            }
            return text;
        });
        failing.apply("a");
        bench.advance(50);
        failing.apply("a");
        bench.executor().runAll();

        assertThat(failing.apply("a")).isEqualTo("a");
        assertThat(computed).hasValue(2);
    }

    @Test
    void exceptions_comeOutUnchangedAndAreNotRemembered() {
        Callable<String> failing = Bench.create().memoizer().callable("failing", () -> {
            throw new IOException("number " + computed.incrementAndGet());
        });

        assertThatThrownBy(failing::call).isExactlyInstanceOf(IOException.class).hasMessage("number 1");
        assertThatThrownBy(failing::call).isExactlyInstanceOf(IOException.class).hasMessage("number 2");
    }

    @Test
    void followers_doAsTheTermsSay() {
        Bench bench = Bench.on(MemoizedTerms.defaults().whenCold(WhenCold.FAIL));
        Gate gate = new Gate();
        gate.hold(Place.COMPUTED);
        Supplier<String> slow = bench.memoizer().supplier("slow", () -> {
            gate.reached(Place.COMPUTED, "slow");
            return "slow";
        });
        Callers<String> leader = Callers.start(1, number -> slow.get());
        gate.awaitReached(Place.COMPUTED, 1);

        assertThatThrownBy(slow::get).isInstanceOf(ColdCacheException.class).hasMessageContaining("slow (");
        gate.open(Place.COMPUTED);

        assertThat(leader.values()).containsExactly("slow");
    }

    @Test
    void condition_decidesWhatIsRemembered() {
        Bench bench = Bench.on(MemoizedTerms.defaults().cacheIf(new CacheIf.Present()));
        Supplier<Optional<String>> nothing = bench.memoizer().supplier("nothing", () -> {
            computed.incrementAndGet();
            return Optional.empty();
        });
        nothing.get();
        nothing.get();

        assertThat(computed).hasValue(2);
    }

    @Test
    void lambdas_makeKeysAndTellVersions() {
        AtomicInteger version = new AtomicInteger();
        Bench bench = Bench.on(MemoizedTerms.defaults()
                .keyGenerator(call -> String.valueOf(call.arguments().get(0)).length())
                .versionedBy(call -> version.get()));
        Function<String, String> numbered = numbered(bench);

        assertThat(List.of(numbered.apply("a"), numbered.apply("b"))).containsExactly("a1", "a1");
        version.incrementAndGet();
        assertThat(numbered.apply("c")).isEqualTo("c2");
    }

    @Test
    void tags_dropEntriesOfSeveralNames() {
        Bench bench = Bench.on(MemoizedTerms.defaults().tags("all"));
        Function<String, String> numbered = numbered(bench);
        Function<String, String> other = bench.memoizer().function("other", text -> {
            bench.memoizer().current().tag("of:" + text);
            return text + computed.incrementAndGet();
        });
        numbered.apply("a");
        other.apply("a");
        other.apply("b");
        bench.memoizer().invalidateTags("of:a");

        assertThat(List.of(numbered.apply("a"), other.apply("a"), other.apply("b")))
                .containsExactly("a1", "a4", "b3");
        bench.memoizer().invalidateTags("none", "all");
        assertThat(List.of(numbered.apply("a"), other.apply("b"))).containsExactly("a5", "b6");
    }

    @Test
    void view_hasItsOwnTermsAndTheOthersOfItsOrigin() {
        Bench bench = Bench.on(STALE);
        Supplier<Integer> forever = bench.memoizer()
                .with(MemoizedTerms.defaults().expireAfter(Cache.FOREVER))
                .supplier("forever", computed::incrementAndGet);
        forever.get();
        bench.advance(100_000);

        assertThat(forever.get()).isOne();
        assertThat(bench.count(Outcome.STALE)).isOne();
    }

    @Test
    void size_isBounded() {
        Bench bench = Bench.on(MemoizedTerms.defaults().maximumSize(10));
        Function<Integer, Integer> numbers = bench.memoizer().function("numbers", Function.identity());
        for (int i = 0; i < 1_000; i++) {
            numbers.apply(i);
        }
        for (int i = 0; i < 1_000; i++) {
            numbers.apply(i);
        }

        assertThat(bench.count(Outcome.FRESH)).isLessThan(200);
    }

    @Test
    void handle_isMadeOfTheCall() throws Exception {
        Bench bench = Bench.create();
        Function<String, String> numbered = numbered(bench);
        MemoizedEntry<String> entry = bench.memoizer().memoized().entry(() -> numbered.apply("a"));

        assertThat(entry.lookup()).isEmpty();
        numbered.apply("a");
        assertThat(entry.lookup().orElseThrow().value()).isEqualTo("a1");
        assertThat(entry.refreshNow()).isEqualTo("a2");
        entry.put("put");
        assertThat(numbered.apply("a")).isEqualTo("put");
        entry.invalidate();
        assertThat(numbered.apply("a")).isEqualTo("a3");
        bench.memoizer().memoized().clear("numbered");
        assertThat(numbered.apply("a")).isEqualTo("a4");
        assertThat(bench.memoizer().memoized().entry("numbered", "a").contains())
                .isTrue();
    }

    @Test
    void description_namesTheFunction() {
        Bench bench = Bench.on(STALE);
        numbered(bench);

        assertThat(bench.memoizer().memoized().methods()).singleElement().satisfies(method -> {
            assertThat(method.name()).isEqualTo("numbered");
            assertThat(method.beanClass()).isEqualTo(Function.class);
            assertThat(method.refreshAfter()).isEqualTo(Duration.ofSeconds(10));
        });
    }

    @Test
    void computation_speaksOfItsValue() {
        Bench bench = Bench.create();
        Supplier<Integer> unwanted = bench.memoizer().supplier("unwanted", () -> {
            bench.memoizer().current().doNotStore();
            return computed.incrementAndGet();
        });

        assertThat(unwanted.get() + unwanted.get()).isEqualTo(3);
    }

    @Test
    void isolated_computesOnAThreadOfItsOwn() {
        AtomicReference<Thread> where = new AtomicReference<>();
        Bench bench = Bench.on(MemoizedTerms.defaults().isolated());
        bench.memoizer()
                .supplier("isolated", () -> {
                    where.set(Thread.currentThread());
                    return 1;
                })
                .get();

        assertThat(where.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    @Test
    void configuration_winsOverTheTerms() {
        String key = "memoized.method.\"configured\".expire-after";
        System.setProperty(key, "1s");
        try {
            Bench bench = Bench.on(MemoizedTerms.defaults().expireAfter(Cache.FOREVER));
            Supplier<Integer> configured = bench.memoizer().supplier("configured", computed::incrementAndGet);
            configured.get();
            bench.advance(2);

            assertThat(configured.get()).isEqualTo(2);
        } finally {
            System.clearProperty(key);
        }
    }

    @Test
    void wrongTerms_areToldWithNameMemberAndCure() {
        Bench bench = Bench.on(MemoizedTerms.defaults()
                .refreshAfter(Duration.ofHours(2))
                .expireAfter(Duration.ofHours(1))
                .eagerRefresh(2));

        assertThatThrownBy(() -> numbered(bench))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0112 numbered (java.util.function.Function#apply(Object)), refreshAfter: ")
                .hasMessageContaining("Raise expireAfter")
                .hasMessageContaining("eagerRefresh");
    }

    @Test
    void wrongNames_areRefused() {
        for (String name : List.of("", "a(int)", "a\"b", "x".repeat(201), "cache")) {
            assertThatThrownBy(() -> Bench.create().memoizer().supplier(name, () -> 1))
                    .as("name %s", name)
                    .isInstanceOf(WrongUseException.class);
        }
    }

    @Test
    void whatCanBeUsedOnce_isRefusedWhenItComes() {
        Bench bench = Bench.create();
        Supplier<Stream<String>> once = bench.memoizer().supplier("once", () -> Stream.of("a"));
        Supplier<CompletableFuture<String>> later = bench.memoizer().supplier("later", CompletableFuture::new);

        assertThatThrownBy(once::get).isInstanceOf(WrongUseException.class).hasMessageContaining("MEMO0124 once");
        assertThatThrownBy(later::get)
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("MEMO0170 later")
                .hasMessageContaining("supplierAsync");
    }
}
