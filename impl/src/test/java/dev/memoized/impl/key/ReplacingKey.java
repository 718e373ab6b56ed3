package dev.memoized.impl.key;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A mutant: ours, but for one kind of value, which it takes for another. */
abstract class ReplacingKey implements KeyUnderTest {

    /** What the defect makes of a value. */
    abstract Object replaced(Object value);

    @Override
    public Object key(Object... arguments) {
        return made(Arrays.stream(arguments).map(this::deep).toArray());
    }

    Object made(Object... arguments) {
        return OURS.key(arguments);
    }

    private Object deep(Object value) {
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(element -> all.add(deep(element)));
            return all;
        }
        return replaced(value);
    }
}
