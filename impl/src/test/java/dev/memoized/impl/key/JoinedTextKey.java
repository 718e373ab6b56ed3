package dev.memoized.impl.key;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Mutant: the arguments' texts, joined by commas, as most home-made keys are. */
final class JoinedTextKey implements KeyUnderTest {
    @Override
    public Object key(Object... arguments) {
        return Arrays.stream(arguments).map(JoinedTextKey::text).collect(Collectors.joining(","));
    }

    private static String text(Object argument) {
        return argument instanceof Object[] array ? Arrays.deepToString(array) : String.valueOf(argument);
    }
}
