package dev.memoized.impl.key;

import java.util.Random;
import java.util.SplittableRandom;

/** The check on pairs from a seed: arguments made twice have one key, edited arguments another. */
final class RandomPairs {
    private final SplittableRandom seeds;
    private final KeyUnderTest keys;

    /** How many of the pairs really differed. */
    int different;

    RandomPairs(long seed, KeyUnderTest keys) {
        this.seeds = new SplittableRandom(seed);
        this.keys = keys;
    }

    /** The number and the seed of the first pair that is told wrong, or null. */
    String firstWrong(long pairs) {
        for (long pair = 0; pair < pairs; pair++) {
            long seed = seeds.nextLong();
            if (!isRight(seed)) {
                return "pair " + pair + ", seed " + seed;
            }
        }
        return null;
    }

    private boolean isRight(long seed) {
        RandomRecipes recipes = new RandomRecipes(new SplittableRandom(seed));
        Recipe one = recipes.arguments();
        Recipe other = recipes.edited(one);
        Random order = new Random(seed);
        Object key = keys.key(one.all(order));
        boolean same = one.meaning().equals(other.meaning());
        different += same ? 0 : 1;
        return key.equals(keys.key(one.all(order))) && same == key.equals(keys.key(other.all(order)));
    }
}
