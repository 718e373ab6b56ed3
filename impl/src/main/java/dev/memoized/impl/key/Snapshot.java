package dev.memoized.impl.key;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through an argument that may change, bounded in depth and elements, that copies what is found. */
final class Snapshot {
    private static final int DEEPEST = 64;
    private static final int MOST = 100_000;

    private int depth;
    private int elements;

    private Snapshot() {}

    /** The argument as part of a key. */
    static Object of(@Nullable Object argument) {
        if (argument == null) {
            return Blank.NULL;
        }
        if (StableTypes.isStable(argument) || argument instanceof Part) {
            return argument;
        }
        try {
            return new Snapshot().part(argument);
        } catch (UnkeyableException e) {
            throw e;
        } catch (Exception | StackOverflowError | LinkageError | AssertionError e) {
            throw UnkeyableException.thrown(argument.getClass(), e);
        }
    }

    private Object part(@Nullable Object value) {
        if (value == null) {
            count(Object.class, 1);
            return Blank.NULL;
        }
        count(value.getClass(), 1);
        if (StableTypes.isStable(value) || value instanceof Part) {
            return value;
        }
        if (depth == DEEPEST) {
            throw UnkeyableException.tooDeep(value.getClass(), DEEPEST);
        }
        depth++;
        Object copy = copy(value);
        depth--;
        return copy;
    }

    private void count(Class<?> type, int more) {
        elements += more;
        if (elements > MOST || elements < 0) {
            throw UnkeyableException.tooMany(type, MOST);
        }
    }

    private Object copy(Object value) {
        if (value.getClass().isArray()) {
            return array(value);
        }
        Unfolded unfolded = Unfolded.of(value);
        if (unfolded != null) {
            return new Copy(unfolded.kind(), parts(unfolded.values()));
        }
        if (value instanceof Collection<?> collection) {
            return collection(collection);
        }
        return value instanceof Map<?, ?> map ? map(map) : new Kept(value);
    }

    private Copy array(Object array) {
        Class<?> kind = array.getClass();
        if (array instanceof Object[] objects) {
            return new Copy(kind, parts(Arrays.asList(objects)));
        }
        int length = Array.getLength(array);
        count(kind, length);
        Object content = Array.newInstance(kind.getComponentType(), length);
        System.arraycopy(array, 0, content, 0, length);
        return new Copy(kind, content);
    }

    // By the contract of List and Set, which of their classes it is plays no part.
    private Copy collection(Collection<?> collection) {
        if (collection instanceof List) {
            return new Copy(List.class, parts(collection));
        }
        return collection instanceof Set<?> set
                ? new Copy(Set.class, distinct(set))
                : new Copy(Collection.class, parts(collection));
    }

    private Object[] parts(Iterable<?> values) {
        List<Object> parts = new ArrayList<>();
        for (Object value : values) {
            parts.add(part(value));
        }
        return parts.toArray();
    }

    // Elements that differed as objects and are equal as copies (arrays, identity sets) would be lost.
    private Set<Object> distinct(Set<?> set) {
        Set<Object> parts = new HashSet<>();
        for (Object element : set) {
            if (!parts.add(part(element))) {
                throw UnkeyableException.ambiguous(set.getClass());
            }
        }
        return parts;
    }

    private Copy map(Map<?, ?> map) {
        Map<Object, Object> parts = new HashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (parts.put(part(entry.getKey()), part(entry.getValue())) != null) {
                throw UnkeyableException.ambiguous(map.getClass());
            }
        }
        return new Copy(Map.class, parts);
    }
}
