package dev.memoized.impl.proof;

import static dev.memoized.impl.proof.Defect.ARRAY_AS_LIST;
import static dev.memoized.impl.proof.Defect.ARRAY_BY_REFERENCE;
import static dev.memoized.impl.proof.Defect.JOINED_KEY_TEXT;
import static dev.memoized.impl.proof.Defect.KEY_BY_REFERENCE;
import static dev.memoized.impl.proof.Defect.UNTYPED_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.engine.Terms;
import dev.memoized.spi.FaultPoints.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

@Rule(
        number = "R8",
        says =
                "One injective key: (\"a\", \"b\") is not \"a,b\", 1 is not 1L is not \"1\", null is not \"null\"; arrays"
                        + " count by what they hold.")
class R8InjectiveKeyTest extends RuleChecks {

    @Kills(JOINED_KEY_TEXT)
    void C44_argumentsThatRunTogetherAsText_areDifferentKeys(Memoizing memoizing) throws Exception {
        List<Object[]> all = List.of(
                new Object[] {"a", "b"},
                new Object[] {"a,b"},
                new Object[] {"a,", "b"},
                new Object[] {"a", ",b"},
                new Object[] {",a", "b"},
                new Object[] {"a,,b"},
                new Object[] {"", "a,b"},
                new Object[] {"a,b", ""});
        assertAllDiffer(memoizing, all);
    }

    @Kills({UNTYPED_KEY, JOINED_KEY_TEXT})
    void C44_valuesThatReadAlike_areDifferentKeys(Memoizing memoizing) throws Exception {
        List<Object> alike = Arrays.asList(
                1,
                1L,
                (short) 1,
                (byte) 1,
                "1",
                '1',
                1.0,
                1.0f,
                "1.0",
                null,
                "null",
                true,
                "true",
                Place.COMPUTED,
                "COMPUTED");
        assertAllDiffer(
                memoizing, alike.stream().map(each -> new Object[] {each}).toList());
    }

    @Kills({UNTYPED_KEY, JOINED_KEY_TEXT})
    void C44_containersThatReadAlike_areDifferentKeys(Memoizing memoizing) throws Exception {
        List<Object> alike = List.of(
                List.of(), List.of(""), List.of("a", "b"), List.of("a, b"), "[a, b]", List.of(List.of("a", "b")));
        assertAllDiffer(
                memoizing, alike.stream().map(each -> new Object[] {each}).toList());
    }

    @Kills(ARRAY_AS_LIST)
    void C44_arraysAndListsOfTheSame_areDifferentKeys(Memoizing memoizing) throws Exception {
        List<Object> alike = List.of(new int[] {1}, new Integer[] {1}, new Object[] {1}, List.of(1), 1, "[1]");
        assertAllDiffer(
                memoizing, alike.stream().map(each -> new Object[] {each}).toList());
    }

    private void assertAllDiffer(Memoizing memoizing, List<Object[]> all) throws Exception {
        memoizing.open(Terms.standard(), counting());
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < all.size(); i++) {
                assertThat(memoizing.call(all.get(i)))
                        .as(Arrays.toString(all.get(i)))
                        .isEqualTo("value-" + (i + 1));
            }
        }
    }

    @Kills(ARRAY_BY_REFERENCE)
    void equalArrays_areOneKey(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        assertThat(memoizing.call((Object) new int[] {1, 2})).isEqualTo("value-1");
        assertThat(memoizing.call((Object) new int[] {1, 2})).isEqualTo("value-1");
        assertThat(memoizing.call((Object) new int[] {2, 1})).isEqualTo("value-2");
        Object nested = new Object[] {"a", new int[] {1}};
        assertThat(memoizing.call(nested)).isEqualTo("value-3");
        assertThat(memoizing.call((Object) new Object[] {"a", new int[] {1}})).isEqualTo("value-3");
    }

    @Kills({KEY_BY_REFERENCE})
    void C48_argumentChangedAfterTheCall_theKeyIsWhatItWas(Memoizing memoizing) throws Exception {
        memoizing.open(Terms.standard(), counting());
        List<Object> list = new ArrayList<>(List.of("a"));
        int[] array = {1};
        memoizing.call(list, array);
        list.add("b");
        array[0] = 2;
        assertThat(memoizing.call(list, array)).isEqualTo("value-2");
        assertThat(memoizing.call(List.of("a"), new int[] {1})).isEqualTo("value-1");
    }
}
