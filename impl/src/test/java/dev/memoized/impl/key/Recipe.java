package dev.memoized.impl.key;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How a value is made, anew each time.
 *
 * @param kind of value
 * @param leaf the value itself when the kind is LEAF
 * @param children what it is made of otherwise; the keys and values of a map by turns
 */
record Recipe(Kind kind, Object leaf, List<Recipe> children) {

    enum Kind {
        LEAF,
        LIST,
        DEQUE,
        SET,
        MAP,
        ARRAY,
        OPTIONAL,
        BOX
    }

    static Recipe leaf(Object leaf) {
        return new Recipe(Kind.LEAF, leaf, List.of());
    }

    Recipe with(List<Recipe> others) {
        return new Recipe(kind, leaf, List.copyOf(others));
    }

    Recipe as(Kind other) {
        return new Recipe(other, leaf, children);
    }

    Object[] all(Random random) {
        return children.stream().map(child -> child.made(random)).toArray();
    }

    Object made(Random random) {
        List<Object> made = Arrays.asList(all(random));
        return switch (kind) {
            case LEAF -> leaf instanceof String text ? new String(text) : leaf;
            case LIST -> new ArrayList<>(made);
            case DEQUE ->
                new ArrayDeque<>(made.stream().map(Optional::ofNullable).toList());
            case SET -> set(made, random);
            case MAP -> map(made, random);
            case ARRAY -> made.toArray();
            case OPTIONAL -> made.stream().filter(value -> value != null).findFirst();
            case BOX -> new Values.Box<>(made.isEmpty() ? null : made.get(0));
        };
    }

    private static Object set(List<Object> made, Random random) {
        List<Object> shuffled = new ArrayList<>(made);
        Collections.shuffle(shuffled, random);
        return new LinkedHashSet<>(shuffled);
    }

    private static Object map(List<Object> made, Random random) {
        List<Integer> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < made.size(); i += 2) {
            pairs.add(i);
        }
        Collections.shuffle(pairs, random);
        Map<Object, Object> map = new LinkedHashMap<>();
        pairs.forEach(i -> map.put(made.get(i), made.get(i + 1)));
        return map;
    }

    /** Equal for two recipes exactly when what they make is equal. */
    Object meaning() {
        List<Object> all = children.stream().map(Recipe::meaning).toList();
        return switch (kind) {
            case LEAF -> Arrays.asList(kind, leaf == null ? Void.class : leaf.getClass(), leaf);
            case LIST, DEQUE, ARRAY -> List.of(kind, all);
            case SET -> List.of(kind, new HashSet<>(all));
            case MAP -> List.of(kind, entries(all));
            case OPTIONAL -> List.of(kind, present());
            case BOX -> List.of(kind, all.isEmpty() ? leaf(null).meaning() : all.get(0));
        };
    }

    private List<Object> present() {
        return children.stream()
                .filter(child -> child.kind != Kind.LEAF || child.leaf != null)
                .map(Recipe::meaning)
                .limit(1)
                .toList();
    }

    private static Map<Object, Object> entries(List<Object> all) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i + 1 < all.size(); i += 2) {
            entries.put(all.get(i), all.get(i + 1));
        }
        return entries;
    }

    /** Whether its sets and maps have no two elements of equal content, which would have no key. */
    boolean isKeyable() {
        List<Object> distinct = children.stream().map(Recipe::meaning).toList();
        if (kind == Kind.MAP) {
            distinct = new ArrayList<>();
            for (int i = 0; i + 1 < children.size(); i += 2) {
                distinct.add(children.get(i).meaning());
            }
        }
        boolean unique = (kind != Kind.SET && kind != Kind.MAP) || new HashSet<>(distinct).size() == distinct.size();
        return unique && children.stream().allMatch(Recipe::isKeyable);
    }
}
