package dev.memoized.impl.key;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The values of the tests. Their class names are part of the golden texts. */
public final class Values {
    private static final AtomicInteger TURN = new AtomicInteger();

    private Values() {}

    /** With and without a body of its own. */
    public enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "leaf";
            }
        }
    }

    public enum Other {
        RED
    }

    /** All components are stable. */
    public record Book(String title, int year) {}

    public record Empty() {}

    public record Swapped(int year, String title) {}

    public record Shelf(String name, List<String> titles) {}

    public record Numbers(int[] numbers) {}

    public record Box<T>(T value) {}

    public record Node(String name, Node next) {}

    /** Compares by length. */
    public record Loose(String text) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Loose that && text.length() == that.text.length();
        }

        @Override
        public int hashCode() {
            return text.length();
        }
    }

    /** A value class of the application. */
    public static final class Isbn {
        private final String digits;

        public Isbn(String digits) {
            this.digits = digits;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Isbn that && digits.equals(that.digits);
        }

        @Override
        public int hashCode() {
            return digits.hashCode();
        }
    }

    /** In another insertion order each time. */
    static Set<Object> set(Object... elements) {
        Collections.rotate(Arrays.asList(elements), TURN.incrementAndGet());
        return new LinkedHashSet<>(Arrays.asList(elements));
    }

    /** In another insertion order each time. */
    static Map<Object, Object> map(Object... keysAndValues) {
        Map<Object, Object> map = new LinkedHashMap<>();
        int pairs = keysAndValues.length / 2;
        int turn = TURN.incrementAndGet();
        for (int i = 0; i < pairs; i++) {
            int pair = (i + turn) % pairs;
            map.put(keysAndValues[2 * pair], keysAndValues[2 * pair + 1]);
        }
        return map;
    }

    static Map.Entry<Object, Object> entry(Object key, Object value) {
        return new AbstractMap.SimpleEntry<>(key, value);
    }
}
