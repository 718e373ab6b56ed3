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

    /** Null when an argument has no equality. */
    Object key(Object... arguments) {
        try {
            return keyOf(arguments);
        } catch (UnsupportedOperationException withoutEquality) {
            return null;
        }
    }

    private Object keyOf(Object... arguments) {
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
        if (value instanceof List<?> list) {
            return List.of("list", copies(list));
        }
        if (value == null || !value.getClass().isArray()) {
            return equal(value);
        }
        List<?> elements = value instanceof int[] numbers
                ? Arrays.stream(numbers).boxed().toList()
                : Arrays.asList((Object[]) value);
        return switch (defect) {
            case ARRAY_BY_REFERENCE -> value;
            case ARRAY_AS_LIST -> copy(elements);
            default -> List.of(value.getClass().getName(), copies(elements));
        };
    }

    private Object equal(Object value) {
        if (value == null || hasEquality(value.getClass()) || defect == Defect.KEY_BY_IDENTITY) {
            return value;
        }
        if (defect == Defect.KEY_BY_IDENTITY_TEXT) {
            return value.toString();
        }
        throw new UnsupportedOperationException("no equality");
    }

    private static boolean hasEquality(Class<?> type) {
        try {
            return type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
        } catch (NoSuchMethodException e) {
            throw new AssertionError(e);
        }
    }
}
