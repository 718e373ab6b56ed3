package dev.memoized.impl.key;

import java.util.ArrayList;
import java.util.List;

/** The two checks on samples that ours passes and each mutant fails at its place. */
final class Clashes {
    private Clashes() {}

    /** The pairs of different arguments that have one key. */
    static List<String> between(List<Sample> samples, KeyUnderTest keys) {
        List<Object> made = samples.stream()
                .map(sample -> keys.key(sample.arguments().get()))
                .toList();
        List<String> clashes = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (made.get(i).equals(made.get(j)) || made.get(j).equals(made.get(i))) {
                    clashes.add(samples.get(j).label() + " = " + samples.get(i).label());
                }
            }
        }
        return clashes;
    }

    /** The arguments that have another key when they are made again. */
    static List<String> withThemselves(List<Sample> samples, KeyUnderTest keys) {
        return samples.stream()
                .filter(sample -> !isRepeatable(sample, keys))
                .map(Sample::label)
                .toList();
    }

    private static boolean isRepeatable(Sample sample, KeyUnderTest keys) {
        Object first = keys.key(sample.arguments().get());
        Object second = keys.key(sample.arguments().get());
        return first.equals(second) && second.equals(first) && first.hashCode() == second.hashCode();
    }
}
