package dev.memoized.impl.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** C-44, on arguments that nobody thought of. */
class RandomKeysTest {
    private static final long SEED = 20_261_120;
    private static final int ROUNDS = Integer.getInteger("memoized.rounds", 1);

    @Test
    void millionEditedArguments_haveAnotherKey() {
        RandomPairs pairs = new RandomPairs(SEED, KeyUnderTest.OURS);
        assertThat(pairs.firstWrong(1_000_000L * ROUNDS)).isNull();
        assertThat(pairs.different).as("kinds of edits").containsOnlyKeys(Edit.values());
        assertThat(pairs.different.values()).as("pairs of each kind").allMatch(number -> number >= 10_000);
    }

    @Test
    void editedArguments_haveAnotherText() {
        assertThat(new RandomPairs(SEED, KeyUnderTest.OUR_TEXT).firstWrong(150_000L * ROUNDS))
                .isNull();
    }

    @Test
    void joinedTextKey_isFoundSoon() {
        assertThat(new RandomPairs(SEED, new JoinedTextKey()).firstWrong(10_000))
                .isNotNull();
    }

    @Test
    void eachMutantOfTheHandList_isFoundSoon() {
        Stream.of(
                        new UntypedKey(),
                        new NullAsTextKey(),
                        new Utf8Key(),
                        new SignlessZeroKey(),
                        new ConstantByNameKey(),
                        new ArrayAsListKey(),
                        new FlattenedKey(),
                        new ArrayByReferenceKey(),
                        new SetAsListKey())
                .forEach(mutant -> assertThat(new RandomPairs(SEED, mutant).firstWrong(10_000))
                        .as(mutant.getClass().getSimpleName())
                        .isNotNull());
    }
}
