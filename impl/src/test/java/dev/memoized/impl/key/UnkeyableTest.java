package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.memoized.impl.key.Values.Box;
import dev.memoized.impl.key.Values.Node;
import java.io.InputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.ConcurrentModificationException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** C-47: what has no key says so, at once and without telling the argument. */
class UnkeyableTest {
    private static final String SECRET = "s3cret";

    static Stream<Arguments> withoutValueEquality() {
        Supplier<String> lambda = () -> SECRET;
        return Stream.<Object>of(
                        new Object(),
                        lambda,
                        Thread.currentThread(),
                        new StringBuilder(SECRET),
                        new AtomicInteger(1),
                        InputStream.nullInputStream(),
                        List.of(SECRET).iterator(),
                        Stream.of(SECRET),
                        new OnlyEquals(),
                        new OnlyHashCode(),
                        new Object[] {SECRET, new Object()},
                        List.of(List.of(new Object())),
                        Set.of(new Object()),
                        Map.of(SECRET, new Object()),
                        Map.of(new Object(), SECRET),
                        Optional.of(new Object()),
                        new Box<>(new Box<>(new Object())))
                .map(argument -> Arguments.of(argument));
    }

    @ParameterizedTest
    @MethodSource("withoutValueEquality")
    void identityAnywhereInside_isRefused(Object argument) {
        assertThat(refusal(argument))
                .contains("has no equals and hashCode of its own")
                .doesNotContain(SECRET);
        assertThat(refusal("a", argument)).isEqualTo(refusal(new Object[] {argument}));
        assertThat(refusal(1, 2, argument)).isEqualTo(refusal(new Object[] {argument}));
    }

    @Test
    void userCodeThatThrows_isRefusedByClassName() {
        Supplier<RuntimeException> failure = () -> new IllegalStateException(SECRET);
        assertThat(refusal(new Throwing(failure)))
                .contains("IllegalStateException")
                .doesNotContain(SECRET);
        assertThat(refusal(new ThrowingList()))
                .contains("ConcurrentModificationException")
                .doesNotContain(SECRET);
        assertThat(refusal(new ThrowingRecord(SECRET)))
                .contains("ThrowingRecord")
                .doesNotContain(SECRET);
        assertThat(refusal(new EndlessHash())).contains("StackOverflowError");
        assertThat(refusal(new Irreflexive())).contains("does not equal itself");
    }

    @Test
    void equalsThatThrowsLater_meansAnotherKey() {
        Object key = KeyUnderTest.OURS.key(new EqualOnlyToItself());
        assertThatCode(() -> assertThat(key.equals(KeyUnderTest.OURS.key(new EqualOnlyToItself())))
                        .isFalse())
                .doesNotThrowAnyException();
    }

    @Test
    void hashOfForeignValue_isAskedOnceOnly() {
        AtomicInteger asked = new AtomicInteger();
        Object key = KeyUnderTest.OURS.key(new Counting(asked));
        assertThat(key.hashCode() + key.hashCode()).isEqualTo(14);
        assertThat(asked).hasValue(1);
    }

    @Test
    void listInsideItself_isRefused() {
        List<Object> self = new ArrayList<>();
        self.add(self);
        assertThat(refusal(self)).contains("64 levels");
        self.add(self);
        assertThat(refusal(self)).contains("64 levels");
        Object[] array = new Object[2];
        array[0] = array;
        assertThat(refusal((Object) array)).contains("64 levels");
    }

    @Test
    void wideListInsideItself_isRefusedSoon() {
        Object lists = List.of();
        for (int i = 0; i < 60; i++) {
            lists = List.of(lists, lists);
        }
        assertThat(refusal(lists)).contains("100000 elements");
    }

    @Test
    void deepButKeyable_hasKey() {
        assertThatCode(() -> KeyUnderTest.OUR_TEXT.key(nested(63))).doesNotThrowAnyException();
        assertThat(refusal(nested(100_000))).contains("64 levels");
        assertThat(refusal(nodes(100_000))).contains("64 levels");
    }

    @Test
    void manySideBySide_areNotDeep() {
        Object aside = IntStream.range(0, 100).mapToObj(List::of).toList();
        assertThatCode(() -> KeyUnderTest.OUR_TEXT.key(aside)).doesNotThrowAnyException();
    }

    @Test
    void tooManyElements_isRefused() {
        assertThatCode(() -> KeyUnderTest.OUR_TEXT.key(new int[99_999])).doesNotThrowAnyException();
        assertThat(refusal(new int[100_000])).contains("100000 elements");
        assertThat(refusal((Object) new String[100_000])).contains("100000 elements");
        assertThat(refusal(IntStream.range(0, 100_000).boxed().toList())).contains("100000 elements");
        assertThat(refusal(new EndlessList())).contains("100000 elements");
    }

    @Test
    void elementsOfEqualContent_areRefused() {
        assertThat(refusal(Set.of(new int[] {1}, new int[] {1}))).contains("equal content");
        Map<String, Integer> identity = new IdentityHashMap<>();
        identity.put(new String("a"), 1);
        identity.put(new String("a"), 2);
        assertThat(refusal(identity)).contains("equal content");
    }

    @Test
    void exception_isCheap() {
        UnkeyableException thrown = thrown(new Throwing(() -> new IllegalStateException(SECRET)));
        assertThat(thrown.getStackTrace()).isEmpty();
        assertThat(thrown).hasNoCause();
    }

    private static String refusal(Object... arguments) {
        return thrown(arguments).getMessage();
    }

    private static UnkeyableException thrown(Object... arguments) {
        return catchThrowableOfType(UnkeyableException.class, () -> KeyUnderTest.OURS.key(arguments));
    }

    private static Object nested(int levels) {
        Object nested = "a";
        for (int i = 0; i < levels; i++) {
            nested = List.of(nested);
        }
        return nested;
    }

    private static Node nodes(int levels) {
        Node node = null;
        for (int i = 0; i < levels; i++) {
            node = new Node("a", node);
        }
        return node;
    }

    @SuppressWarnings("overrides")
    private static final class OnlyEquals {
        @Override
        public boolean equals(Object other) {
            return other instanceof OnlyEquals;
        }
    }

    private static final class OnlyHashCode {
        @Override
        public int hashCode() {
            return 1;
        }
    }

    private record ThrowingRecord(Object secret) {
        @Override
        public Object secret() {
            throw new IllegalStateException(SECRET);
        }
    }

    private static final class Throwing {
        private final Supplier<RuntimeException> failure;

        Throwing(Supplier<RuntimeException> failure) {
            this.failure = failure;
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            throw failure.get();
        }
    }

    private static final class EndlessHash {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return 1 + hashCode();
        }
    }

    private static final class Irreflexive {
        @Override
        public boolean equals(Object other) {
            return false;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class EqualOnlyToItself {
        @Override
        public boolean equals(Object other) {
            if (this == other) {
                return true;
            }
            throw new IllegalStateException(SECRET);
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Counting {
        private final AtomicInteger asked;

        Counting(AtomicInteger asked) {
            this.asked = asked;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Counting;
        }

        @Override
        public int hashCode() {
            asked.incrementAndGet();
            return 7;
        }
    }

    private static final class ThrowingList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            throw new ConcurrentModificationException(SECRET);
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class EndlessList extends AbstractList<Object> {
        @Override
        public Object get(int index) {
            return 1;
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
