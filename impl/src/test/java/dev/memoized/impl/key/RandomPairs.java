package dev.memoized.impl.key;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

/** The check on pairs from a seed: arguments made twice have one key, edited arguments another. */
final class RandomPairs {
    private final SplittableRandom seeds;
    private final KeyUnderTest keys;

    /** The pairs that really differed, by the edit between them. */
    final Map<Edit, Integer> different = new EnumMap<>(Edit.class);

    RandomPairs(long seed, KeyUnderTest keys) {
        this.seeds = new SplittableRandom(seed);
        this.keys = keys;
    }

    /** The number and the seed of the first pair that is told wrong, or null when as many that differ were told right. */
    String firstWrong(long enough) {
        long differing = 0;
        for (long pair = 0; differing < enough; pair++) {
            long seed = seeds.nextLong();
            RandomRecipes recipes = new RandomRecipes(new SplittableRandom(seed));
            Recipe one = recipes.arguments();
            RandomEdits.Edited other = recipes.edits().edited(one);
            boolean same = one.meaning().equals(other.recipe().meaning());
            if (!isRight(one, other.recipe(), same, new Random(seed))) {
                return "pair " + pair + ", seed " + seed + ", " + other.edit();
            }
            if (!same) {
                differing++;
                different.merge(other.edit(), 1, Integer::sum);
            }
        }
        return null;
    }

    private boolean isRight(Recipe one, Recipe other, boolean same, Random order) {
        Object key = keys.key(one.all(order));
        return key.equals(keys.key(one.all(order))) && same == key.equals(keys.key(other.all(order)));
    }
}
