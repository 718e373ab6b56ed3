package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of one method. */
class KeyMakerTest {

    /** What the parameters declare. */
    interface Declared {
        void none();

        void one(String a);

        void two(String a, int b);

        void three(List<String> a, BigDecimal b, int[] c);
    }

    @Test
    void declaredTypes_makeNoDifferenceToTheKey() {
        KeyUnderTest declared = new KeyUnderTest.Ours(Declared.class);
        for (Object[] arguments : new Object[][] {
            {},
            {"a"},
            {null},
            {"a", 1},
            {null, 1},
            {List.of("a"), new BigDecimal("1.0"), new int[] {1}},
            {null, null, null}
        }) {
            Object key = declared.key(arguments);
            assertThat(key).isEqualTo(KeyUnderTest.OURS.key(arguments));
            assertThat(KeyUnderTest.text(key)).isEqualTo(KeyUnderTest.OUR_TEXT.key(arguments));
        }
    }

    /** An application's own, which has more to it than a moment. */
    private static final class Deadline extends Date {
        private static final long serialVersionUID = 1L;
        private final String reason;

        Deadline(long moment, String reason) {
            super(moment);
            this.reason = reason;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Deadline that && super.equals(that) && reason.equals(that.reason);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    @Test
    void subclassOfAClassOfTheJdk_isJudgedByItsOwnEquality() {
        Object key = KeyUnderTest.OURS.key(new Deadline(1, "a"));
        assertThat(key).isEqualTo(KeyUnderTest.OURS.key(new Deadline(1, "a")));
        assertThat(key).isNotEqualTo(KeyUnderTest.OURS.key(new Deadline(1, "b")));
        assertThat(key).isNotEqualTo(KeyUnderTest.OURS.key(new Deadline(2, "a")));
    }

    @Test
    void parametersOutsideTheKey_areNotLookedAt() throws NoSuchMethodException {
        KeyMaker second = KeyMaker.ofParameters(
                KeyUnderTest.Open.class.getDeclaredMethod("two", Object.class, Object.class), new int[] {1});
        assertThat(second.keyOf(new Object[] {new Object(), "b"})).isEqualTo("b");
    }

    @Test
    void positions_giveTheOrder() throws NoSuchMethodException {
        KeyMaker turned = KeyMaker.ofParameters(
                KeyUnderTest.Open.class.getDeclaredMethod("two", Object.class, Object.class), new int[] {1, 0});
        assertThat(turned.keyOf(new Object[] {"a", "b"})).isEqualTo(KeyUnderTest.OURS.key("b", "a"));
    }

    @Test
    void generatedKey_isThatOfOneArgument() {
        assertThat(KeyMaker.ofGenerated("a")).isEqualTo(KeyUnderTest.OURS.key("a"));
        assertThat(KeyMaker.ofGenerated(null)).isEqualTo(KeyUnderTest.OURS.key((Object) null));
    }

    @Test
    void generatedKey_neverEqualsOneOfAnotherShape() {
        Object two = KeyUnderTest.OURS.key(1, 2);
        assertThat(KeyMaker.ofGenerated(List.of(1, 2))).isNotEqualTo(two);
        assertThat(KeyMaker.ofGenerated(new Object[] {1, 2})).isNotEqualTo(two);
        assertThat(KeyMaker.ofGenerated(List.of())).isNotEqualTo(KeyUnderTest.OURS.key());
        assertThat(KeyMaker.ofGenerated(null)).isNotEqualTo(KeyUnderTest.OURS.key());
    }

    @Test
    void keyTakenAsGenerated_staysItself() {
        Object two = KeyUnderTest.OURS.key(1, 2);
        assertThat(KeyMaker.ofGenerated(two)).isSameAs(two);
        Object nested = KeyMaker.ofGenerated(List.of(two, "context"));
        assertThat(nested).isEqualTo(KeyMaker.ofGenerated(List.of(KeyUnderTest.OURS.key(1, 2), "context")));
        assertThat(KeyUnderTest.text(nested)).isNotEqualTo(KeyUnderTest.text(two));
    }
}
