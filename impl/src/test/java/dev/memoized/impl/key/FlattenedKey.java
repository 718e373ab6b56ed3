package dev.memoized.impl.key;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Mutant: the leaves of all arguments in a row, without where a list begins and ends. */
final class FlattenedKey implements KeyUnderTest {
    @Override
    public Object key(Object... arguments) {
        return OURS.key(Arrays.stream(arguments).flatMap(FlattenedKey::leaves).toList());
    }

    private static Stream<Object> leaves(Object argument) {
        return argument instanceof List<?> list ? list.stream().flatMap(FlattenedKey::leaves) : Stream.of(argument);
    }
}
