package dev.memoized.impl.engine;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.MemoizedCall;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.SharedNames;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.testing.Callers;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Fields of shared entries: kills "fields are written into one value", "an entry is dropped field by field". */
@Timeout(60)
class TwoPartKeyTest {
    private static final String NAME = "book";

    private final Rig rig = Rig.create();
    private final AtomicInteger computations = new AtomicInteger();
    private final Memoization memoization = new Memoization(new Seams(
            rig.clock(), seed -> 0, rig.executor(), rig.gate(), List.of(rig.listener()), key -> null, rig.requests()));
    private final Rigged title = method("title", arguments -> "title-" + computations.incrementAndGet());
    private final Rigged pages = method("pages", arguments -> computations.incrementAndGet());
    private final Rigged named = method("named", arguments -> "named-" + computations.incrementAndGet());

    /** One field. */
    public static final class Title implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "title");
        }
    }

    /** Another one. */
    public static final class Pages implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "pages");
        }
    }

    /** The field that the caller gives. */
    public static final class Given implements KeyGenerator {
        @Override
        public TwoPartKey key(MemoizedCall call) {
            return (TwoPartKey) call.arguments().get(0);
        }
    }

    /** Does not say that it makes fields. */
    public static final class Silent implements KeyGenerator {
        @Override
        public Object key(MemoizedCall call) {
            return new TwoPartKey(call.arguments().get(0), "title");
        }
    }

    /** What the thread speaks. */
    public static final class Language implements ContextValue<String> {
        private static final ThreadLocal<String> SPOKEN = ThreadLocal.withInitial(() -> "en");

        @Override
        public String name() {
            return "language";
        }

        @Override
        public String capture() {
            return SPOKEN.get();
        }

        @Override
        public void restore(String value) {
            SPOKEN.set(value);
        }
    }

    @SuppressWarnings("unused")
    abstract static class Books {
        @Memoized(name = NAME, keyGenerator = Title.class)
        String title(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Title.class)
        String titleToo(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Title.class)
        int titleLength(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Pages.class)
        int pages(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Given.class)
        String named(TwoPartKey key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Silent.class)
        int silent(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Silent.class)
        String silentTitle(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Pages.class, backend = "other")
        int pagesElsewhere(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Title.class, varyBy = Language.class)
        String titleIn(Object id) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, keyGenerator = Pages.class, varyBy = Language.class)
        int pagesIn(Object id) {
            throw new AssertionError("the door calls the test's body");
        }
    }

    private Rigged method(String name, Body body) {
        MethodPlan plan = MethodPlan.complete(draft(name), Instances.byConstructor());
        return new Rigged(memoization, Map.of(1, plan), rig.backend(), body);
    }

    private static PlanDraft draft(String name) {
        Method method = method(name);
        Memoized memoized = method.getAnnotation(Memoized.class);
        Problems problems = new Problems();
        PlanDraft draft =
                PlanDraft.read(new Declaration(Books.class, method, memoized, false, List.of()), key -> null, problems);
        problems.refuse();
        return draft;
    }

    private static Method method(String name) {
        return Arrays.stream(Books.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Mark entry(Object id) {
        return Mark.group(NAME, KeyParts.entryOf(new TwoPartKey(id, null)));
    }

    @AfterEach
    void nothingIsLeft() {
        Language.SPOKEN.remove();
        rig.gate().close();
        assertThat(title.flights()).isZero();
        assertThat(rig.clock().pending()).isZero();
    }

    @Test
    void methodsOfOneName_haveAFieldEach() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(title.call(1)).isEqualTo("title-1");
            assertThat(pages.call(1)).isEqualTo(2);
            assertThat(title.call(2)).isEqualTo("title-3");
            assertThat(pages.call(2)).isEqualTo(4);
        }
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(4);
        assertThat(rig.listener().count(FRESH)).isEqualTo(4);
    }

    @Test
    void sameFieldOfTheSameType_isShared() throws Exception {
        Rigged titleToo = method("titleToo", arguments -> "another");
        assertThat(title.call(1)).isEqualTo("title-1");
        assertThat(titleToo.call(1)).isEqualTo("title-1");
    }

    @Test
    void sameFieldOfAnotherType_isAnotherField() throws Exception {
        Rigged titleLength = method("titleLength", arguments -> 7);
        assertThat(title.call(1)).isEqualTo("title-1");
        assertThat(titleLength.call(1)).isEqualTo(7);
        assertThat(title.call(1)).isEqualTo("title-1");
        assertThat(titleLength.call(1)).isEqualTo(7);
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(2);
        title.raise(entry(1), InvalidationMode.HARD);
        title.call(1);
        titleLength.call(1);
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(4);
    }

    @Test
    void partsThatLookAlike_areDifferent() throws Exception {
        List<TwoPartKey> keys = List.of(
                new TwoPartKey("a", "b"),
                new TwoPartKey("b", "a"),
                new TwoPartKey("ab", ""),
                new TwoPartKey("a", null),
                new TwoPartKey(null, "a"),
                new TwoPartKey("null", "a"),
                new TwoPartKey(1, "a"),
                new TwoPartKey(1L, "a"),
                new TwoPartKey("1", "a"),
                new TwoPartKey(List.of("a", "b"), null));
        for (TwoPartKey key : keys) {
            named.call(key);
        }
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(keys.size());
        named.raise(entry("a"), InvalidationMode.HARD);
        for (TwoPartKey key : keys) {
            named.call(key);
        }
        assertThat(rig.listener().count(COMPUTED)).isEqualTo(keys.size() + 2);
    }

    @Test
    void partChangesAfterTheCall_keyIsWhatItWas() throws Exception {
        List<String> id = new ArrayList<>(List.of("a"));
        named.call(new TwoPartKey(id, "x"));
        id.add("b");
        named.call(new TwoPartKey(List.of("a"), "x"));
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, FRESH);
        named.raise(entry(List.of("a")), InvalidationMode.HARD);
        assertThat(named.call(new TwoPartKey(List.of("a"), "x"))).isEqualTo("named-2");
    }

    @Test
    void partIsAnArray_itIsComparedByItsContent() throws Exception {
        assertThat(named.call(new TwoPartKey(new byte[] {1}, "x"))).isEqualTo("named-1");
        assertThat(named.call(new TwoPartKey(new byte[] {1}, "x"))).isEqualTo("named-1");
        named.raise(entry(new byte[] {1}), InvalidationMode.HARD);
        assertThat(named.call(new TwoPartKey(new byte[] {1}, "x"))).isEqualTo("named-2");
    }

    @Test
    void partWithoutEquality_bypassesTheCache() throws Exception {
        named.call(new TwoPartKey(new Object(), "x"));
        named.call(new TwoPartKey("x", new Object()));
        assertThat(rig.listener().outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void entryIsDropped_allOfItsFieldsAreGoneAndOtherEntriesStay() throws Exception {
        title.call(1);
        pages.call(1);
        title.call(2);
        pages.raise(entry(1), InvalidationMode.HARD);
        assertThat(title.call(1)).isEqualTo("title-4");
        assertThat(pages.call(1)).isEqualTo(5);
        assertThat(title.call(2)).isEqualTo("title-3");
    }

    @Test
    void entryIsDroppedSoftly_itsFieldsAreStale() throws Exception {
        title.call(1);
        pages.call(1);
        title.raise(entry(1), InvalidationMode.SOFT);
        title.call(1);
        pages.call(1);
        rig.executor().runAll();
        assertThat(title.call(1)).isEqualTo("title-3");
        assertThat(pages.call(1)).isEqualTo(4);
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED, COMPUTED, STALE, STALE, FRESH, FRESH);
    }

    @Test
    void fieldIsDropped_theOthersStay() throws Exception {
        title.call(1);
        pages.call(1);
        title.invalidate(1);
        assertThat(title.call(1)).isEqualTo("title-3");
        assertThat(pages.call(1)).isEqualTo(2);
    }

    @Test
    void entryOfAnotherNamespaceIsDropped_fieldsStay() throws Exception {
        title.call(1);
        title.raise(Mark.group("other", KeyParts.entryOf(new TwoPartKey(1, null))), InvalidationMode.HARD);
        assertThat(title.call(1)).isEqualTo("title-1");
    }

    @RepeatedTest(5)
    void entryIsDroppedDuringComputations_noneOfItsFieldsIsStored() throws Exception {
        rig.gate().hold(Place.COMPUTED);
        List<TwoPartKey> keys =
                List.of(new TwoPartKey(1, "a"), new TwoPartKey(1, "b"), new TwoPartKey(1, "c"), new TwoPartKey(2, "a"));
        try (Callers<Object> callers = Callers.start(4, number -> named.call(keys.get(number)))) {
            rig.gate().awaitReached(Place.COMPUTED, 4);
            named.raise(entry(1), InvalidationMode.HARD);
            rig.gate().open(Place.COMPUTED);
            List<Object> first = callers.values();
            assertThat(first).doesNotContainNull().doesNotHaveDuplicates();
            assertThat(named.call(keys.get(3))).isEqualTo(first.get(3));
        }
        assertThat(computations).hasValue(4);
        for (TwoPartKey key : keys) {
            named.call(key);
        }
        assertThat(computations).hasValue(7);
    }

    @RepeatedTest(5)
    void fieldsAreStoredAtOnce_allAreThere() throws Exception {
        rig.gate().hold(Place.COMPUTED);
        try (Callers<Object> callers = Callers.start(8, number -> named.call(new TwoPartKey("entry", number)))) {
            rig.gate().awaitReached(Place.COMPUTED, 8);
            rig.gate().open(Place.COMPUTED);
            List<Object> values = callers.values();
            for (int number = 0; number < 8; number++) {
                assertThat(named.call(new TwoPartKey("entry", number))).isEqualTo(values.get(number));
            }
        }
        assertThat(computations).hasValue(8);
    }

    @Test
    void entryIsDropped_itsFieldsAreGoneInEveryContext() throws Exception {
        Rigged titleIn = method("titleIn", arguments -> "title-" + computations.incrementAndGet());
        Rigged pagesIn = method("pagesIn", arguments -> computations.incrementAndGet());
        inLanguages(titleIn, pagesIn);
        titleIn.raise(entry(1), InvalidationMode.HARD);
        assertThat(inLanguages(titleIn, pagesIn)).containsExactly("title-5", 6, "title-7", 8);
    }

    @Test
    void fieldIsDroppedInEveryContext_theOtherFieldsStay() throws Exception {
        Rigged titleIn = method("titleIn", arguments -> "title-" + computations.incrementAndGet());
        Rigged pagesIn = method("pagesIn", arguments -> computations.incrementAndGet());
        inLanguages(titleIn, pagesIn);
        Object field = KeyParts.ofField(new TwoPartKey(1, "title"), String.class);
        titleIn.raise(Mark.group(NAME, field), InvalidationMode.HARD);
        assertThat(inLanguages(titleIn, pagesIn)).containsExactly("title-5", 2, "title-6", 4);
    }

    private static List<Object> inLanguages(Rigged titleIn, Rigged pagesIn) throws Exception {
        List<Object> values = new ArrayList<>();
        for (String language : List.of("en", "fr")) {
            Language.SPOKEN.set(language);
            values.add(titleIn.call(1));
            values.add(pagesIn.call(1));
        }
        return values;
    }

    @Test
    void generatorsDeclareFields_resultTypesMayDiffer() {
        assertThat(problems("title", "pages", "titleLength", "titleToo")).isEmpty();
    }

    @Test
    void generatorDoesNotDeclareFields_anotherResultTypeIsRefused() {
        assertThat(problems("title", "silent")).singleElement().asString().startsWith("MEMO0122 ");
        assertThat(problems("silent", "title")).singleElement().asString().startsWith("MEMO0122 ");
        assertThat(problems("silent", "silentTitle")).singleElement().asString().startsWith("MEMO0122 ");
    }

    @Test
    void fieldsElsewhereOrInOtherContexts_areRefused() {
        assertThat(problems("title", "pagesElsewhere"))
                .singleElement()
                .asString()
                .contains("backend");
        assertThat(problems("title", "pagesIn")).singleElement().asString().contains("varyBy");
    }

    private static List<String> problems(String... names) {
        Problems problems = new Problems();
        SharedNames shared = new SharedNames(problems);
        for (String name : names) {
            shared.check(draft(name));
        }
        return problems.texts();
    }
}
