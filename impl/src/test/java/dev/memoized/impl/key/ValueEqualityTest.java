package dev.memoized.impl.key;

import static dev.memoized.impl.key.ValueEquality.Answer.HAS;
import static dev.memoized.impl.key.ValueEquality.Answer.HAS_NOT;
import static dev.memoized.impl.key.ValueEquality.Answer.UNKNOWN_UNTIL_CALLED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.key.Values.Book;
import dev.memoized.impl.key.Values.Box;
import dev.memoized.impl.key.Values.Colour;
import dev.memoized.impl.key.Values.Isbn;
import dev.memoized.impl.key.Values.Node;
import dev.memoized.impl.key.Values.Numbers;
import dev.memoized.impl.key.Values.Shelf;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Date;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** C-47: what the declared types of a method say before any call. */
class ValueEqualityTest {
    record Many(List<Many> many, Map<String, Box<Book>> books) {}

    record Hidden(List<Map<String, Optional<Thread[]>>> threads) {}

    record Id<T>(long id) {}

    record Order(Id<Thread> first, Id<Thread> second) {}

    record Twice(Box<String> first, Box<Thread> second) {}

    abstract static class Shape {}

    abstract static class Plain implements Comparable<Plain> {
        @Override
        public boolean equals(Object other) {
            return other instanceof Plain;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    static class Entity {}

    static class OnlyHashCode {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    @SuppressWarnings("unused")
    interface Methods<T> {
        void has(
                String a,
                int b,
                Integer c,
                int[][] d,
                Colour e,
                Instant f,
                BigDecimal g,
                Locale h,
                Class<Thread> i,
                URL j,
                Isbn k,
                Isbn[] l,
                List<String> m,
                Set<? extends Isbn> n,
                Map<String, List<int[]>> o,
                Optional<Book> p,
                OptionalInt q,
                Date r,
                Calendar s,
                BitSet t,
                Book u,
                Shelf v,
                Numbers w,
                Box<String> x,
                Node y,
                Many z);

        void hasToo(
                List<String>[] a,
                EnumMap<Colour, String> b,
                Map.Entry<String, Integer> c,
                ArrayDeque<String> d,
                Charset e,
                Plain f,
                Id<Thread> g,
                Order h,
                Box<Box<Box<String>>> i,
                Enum<?> j);

        void hasNot(
                InputStream a,
                Thread b,
                StringBuilder c,
                AtomicInteger d,
                Iterator<String> e,
                Stream<String> f,
                IntStream g,
                Function<String, String> h,
                Runnable i,
                CompletableFuture<String> j,
                Entity k,
                OnlyHashCode l);

        void hasNotInside(
                Optional<Thread> a,
                Thread[] b,
                List<Thread>[] c,
                List<? extends Thread> d,
                Map<Thread, String> e,
                Map<String, List<Thread>> f,
                Box<Thread> g,
                Box<Box<Thread>> h,
                Hidden i,
                Twice j,
                List<Hidden> k);

        <U extends Comparable<U>> void unknown(
                Object a,
                Number b,
                Shape c,
                T d,
                U e,
                Comparable<String> f,
                List<?> g,
                List<T> h,
                T[] i,
                Box<?> j,
                CharSequence k,
                Box<T> l,
                Optional<Object> m);

        @SuppressWarnings("rawtypes")
        void raw(List a, Map b, Box c, Optional d);
    }

    @Test
    void valueTypes_have() {
        assertThat(verdicts("has")).allMatch(verdict -> verdict.answer() == HAS);
        assertThat(verdicts("hasToo")).allMatch(verdict -> verdict.answer() == HAS);
    }

    @Test
    void identityTypes_haveNot() {
        Type[] types = method("hasNot").getParameterTypes();
        assertThat(verdicts("hasNot")).allMatch(verdict -> verdict.answer() == HAS_NOT);
        assertThat(verdicts("hasNot"))
                .extracting(ValueEquality.Verdict::lacking)
                .containsExactly((Class<?>[]) types);
    }

    @Test
    void typesThatContainThem_nameTheOneThatLacks() {
        assertThat(verdicts("hasNotInside"))
                .allMatch(verdict -> verdict.answer() == HAS_NOT)
                .allMatch(verdict -> verdict.lacking() == Thread.class);
    }

    @Test
    void openTypes_areUnknown() {
        assertThat(verdicts("unknown")).allMatch(verdict -> verdict.answer() == UNKNOWN_UNTIL_CALLED);
        assertThat(verdicts("raw")).allMatch(verdict -> verdict.answer() == UNKNOWN_UNTIL_CALLED);
    }

    private static List<ValueEquality.Verdict> verdicts(String name) {
        return Stream.of(method(name).getGenericParameterTypes())
                .map(ValueEquality::of)
                .toList();
    }

    private static Method method(String name) {
        return Stream.of(Methods.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
