package dev.memoized.impl.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Keys as lists of copies. */
final class NaiveKeys {
    private final Defect defect;

    NaiveKeys(Defect defect) {
        this.defect = defect;
    }

    Object key(Object... arguments) {
        return switch (defect) {
            case JOINED_KEY_TEXT ->
                Arrays.stream(arguments)
                        .map(each -> each instanceof String ? each : copy(each))
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
            case UNTYPED_KEY ->
                Arrays.stream(arguments).map(this::copy).map(String::valueOf).toList();
            case KEY_BY_REFERENCE -> Arrays.asList(arguments);
            default -> copies(Arrays.asList(arguments));
        };
    }

    private List<Object> copies(Collection<?> originals) {
        List<Object> copies = new ArrayList<>();
        originals.forEach(each -> copies.add(copy(each)));
        return copies;
    }

    private Object copy(Object value) {
        if (value instanceof int[] array && defect != Defect.ARRAY_BY_REFERENCE) {
            return List.of("int[]", Arrays.stream(array).boxed().toList());
        }
        if (value instanceof Object[] array && defect != Defect.ARRAY_BY_REFERENCE) {
            return List.of(array.getClass().getName(), copies(Arrays.asList(array)));
        }
        return value instanceof List<?> list ? List.of("list", copies(list)) : value;
    }
}
