package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheInvalidate;
import dev.memoized.CachePut;
import dev.memoized.Memoized;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Changes.Changing;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.plan.ChangeReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Envelope;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several applications of the same classes at one backend. */
@Timeout(60)
class NamespacesTest {
    private final MemoryByteBackend backend = new MemoryByteBackend(new ManualClock(), 100_000);
    private final Application shop = new Application("shop", backend);
    private final Application secondOfShop = new Application("shop", backend);
    private final Application bank = new Application("bank", backend);
    private final Application nameless = new Application("", backend);

    /** What is called. */
    static class Books {
        @Memoized(name = "books", tags = "book:{0}")
        String title(String id) {
            return id;
        }

        @CacheInvalidate(tags = "book:{0}")
        void change(String id) {}

        @CachePut(name = "books", key = "0")
        String write(String id) {
            return id;
        }
    }

    /** One with an engine of its own, that writes its name into its values. */
    private static final class Application implements Door<Object[]> {
        private final String namespace;
        private final Memoization memoization;
        private final MemoizedMethod title;
        private int computations;
        private String own = "own";

        Application(String namespace, ByteBackend backend) {
            this.namespace = namespace;
            Settings settings = key -> key.equals("memoized.backend.default.namespace") ? namespace : null;
            this.memoization = new Memoization(
                    new Seams(
                            new ManualClock(),
                            seed -> 0,
                            new HandExecutor(),
                            (place, name) -> {},
                            List.of(),
                            settings,
                            new TestRequests()),
                    List.of(),
                    () -> List.of(new Entrance(title(), this)),
                    Transactions.NONE);
            this.title = memoization.open(plan(settings), backend);
        }

        private MemoizedMethod title() {
            return title;
        }

        private static MethodPlan plan(Settings settings) {
            Method method = method("title");
            Declaration declaration =
                    new Declaration(Books.class, method, method.getAnnotation(Memoized.class), false, List.of());
            Problems problems = new Problems();
            PlanDraft draft = PlanDraft.read(declaration, settings, problems);
            problems.refuse();
            return MethodPlan.complete(draft, Instances.byConstructor());
        }

        private static Method method(String name) {
            return Stream.of(Books.class.getDeclaredMethods())
                    .filter(each -> each.getName().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        String call(String id) {
            Object[] arguments = {id};
            try {
                return (String) memoization.engine().call(title, arguments, arguments, this);
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
        }

        void change(String id) {
            changing("change", id).succeeded(null);
        }

        void write(String id) {
            Changing writing = changing("write", id);
            try {
                writing.succeeded(writing.run(() -> proceed(new Object[] {id})));
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
        }

        private Changing changing(String name, String id) {
            Method method = method(name);
            return memoization
                    .changes()
                    .begin(ChangeReader.read(Books.class, method, Marks.of(method), new Problems()), List.of(id));
        }

        void clear() {
            memoization.invalidations().raise(title, Mark.namespace("books"), InvalidationMode.HARD);
        }

        @Override
        public Object proceed(Object[] context) {
            computations++;
            memoization.currentComputation().tag(own);
            return namespace + "-" + context[0] + "-" + computations;
        }

        @Override
        public Computation renewal(MethodPlan plan, Object key, ContextSnapshot snapshot, List<Object> arguments) {
            return () -> proceed(arguments.toArray());
        }
    }

    @AfterEach
    void close() {
        Stream.of(shop, secondOfShop, bank, nameless).forEach(each -> each.memoization.close());
    }

    @Test
    void C14_applicationsWithNamespacesOfTheirOwn_neverServeEachOthersValues() {
        assertThat(shop.call("a")).isEqualTo("shop-a-1");
        assertThat(bank.call("a")).isEqualTo("bank-a-1");
        assertThat(nameless.call("a")).isEqualTo("-a-1");
        assertThat(shop.call("a")).isEqualTo("shop-a-1");
        assertThat(bank.call("a")).isEqualTo("bank-a-1");
    }

    @Test
    void C14_whatOneInvalidatesByTag_theOthersKeep() {
        all("a");
        shop.change("a");
        assertThat(bank.call("a")).isEqualTo("bank-a-1");
        assertThat(nameless.call("a")).isEqualTo("-a-1");
        assertThat(shop.call("a")).isEqualTo("shop-a-2");
        nameless.change("a");
        assertThat(shop.call("a")).isEqualTo("shop-a-2");
        assertThat(nameless.call("a")).isEqualTo("-a-2");
    }

    @Test
    void C14_whatOneClears_theOthersKeep() {
        all("a");
        bank.clear();
        assertThat(shop.call("a")).isEqualTo("shop-a-1");
        assertThat(nameless.call("a")).isEqualTo("-a-1");
        assertThat(bank.call("a")).isEqualTo("bank-a-2");
    }

    @Test
    void instancesOfOneApplication_shareEntriesAndInvalidations() {
        shop.call("a");
        assertThat(secondOfShop.call("a")).isEqualTo("shop-a-1");
        secondOfShop.change("a");
        assertThat(shop.call("a")).isEqualTo("shop-a-2");
        secondOfShop.clear();
        assertThat(shop.call("a")).isEqualTo("shop-a-3");
    }

    @Test
    void tagOfAComputation_mayBeAsLongAsItIsWithThePrefix() {
        shop.own = "x".repeat(Envelope.LONGEST_TEXT - "shop'".length());
        shop.call("a");
        assertThat(shop.call("a")).isEqualTo("shop-a-1");
        shop.own = nameless.own = shop.own + "x";
        assertThat(List.of(shop.call("b"), shop.call("b"))).containsExactly("shop-b-2", "shop-b-3");
        assertThat(nameless.call("b")).isEqualTo("-b-1").isEqualTo(nameless.call("b"));
    }

    @Test
    void tagThatIsTooLongWithThePrefix_isNoFailureOfTheBackend() {
        shop.own = "x".repeat(Envelope.LONGEST_TEXT);
        try (HeardLog heard = HeardLog.open()) {
            shop.call("a");
            shop.write("a");
            assertThat(heard.texts()).singleElement().asString().contains("MEMO0355", " 21840 characters");
        }
    }

    private void all(String id) {
        Stream.of(shop, bank, nameless).forEach(each -> each.call(id));
    }
}
