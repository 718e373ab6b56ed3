package dev.memoized.impl.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The classes that serialized values may be of. */
final class AllowedClasses {
    private static final String ALL_BELOW = ".*";

    /** Values and plain collections: they run no code of the application but its equality and hash codes. */
    private static final Set<String> OF_JDK = Stream.of(
                    Object.class,
                    Number.class,
                    Enum.class,
                    Record.class,
                    String.class,
                    Boolean.class,
                    Byte.class,
                    Short.class,
                    Character.class,
                    Integer.class,
                    Long.class,
                    Float.class,
                    Double.class,
                    BigInteger.class,
                    BigDecimal.class,
                    UUID.class,
                    URI.class,
                    Locale.class,
                    Currency.class,
                    Date.class,
                    BitSet.class,
                    Map.Entry.class,
                    ArrayList.class,
                    LinkedList.class,
                    ArrayDeque.class,
                    HashSet.class,
                    LinkedHashSet.class,
                    TreeSet.class,
                    HashMap.class,
                    LinkedHashMap.class,
                    TreeMap.class,
                    EnumMap.class)
            .map(Class::getName)
            .collect(Collectors.toUnmodifiableSet());

    /** How the JDK writes its immutable collections and {@code Arrays.asList}. */
    private static final Set<String> FORMS_OF_JDK = Set.of("java.util.CollSer", "java.util.Arrays$ArrayList");

    /** Values that resolve to what they stand for. */
    private static final List<String> RESOLVED_OF_JDK = List.of("java.time.", "java.util.ImmutableCollections$");

    private final Set<String> names;
    private final Set<String> packages;

    AllowedClasses(Set<String> allowed) {
        if (allowed.isEmpty() || allowed.stream().anyMatch(AllowedClasses::isAnything)) {
            throw new IllegalArgumentException("name the classes or packages that values are made of");
        }
        this.packages = allowed.stream()
                .filter(each -> each.endsWith(ALL_BELOW))
                .map(each -> each.substring(0, each.length() - 1))
                .collect(Collectors.toUnmodifiableSet());
        this.names = allowed.stream().filter(each -> !each.endsWith(ALL_BELOW)).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isAnything(String name) {
        return name.isBlank() || name.startsWith("*") || name.startsWith(".") || name.equals("java.*");
    }

    boolean isAllowed(Class<?> type) {
        return type.isPrimitive() || isAllowed(type.getName());
    }

    /** Asked before the class is loaded. */
    boolean isAllowed(String name) {
        String element = elementOf(name);
        return element.isEmpty()
                || OF_JDK.contains(element)
                || FORMS_OF_JDK.contains(element)
                || names.contains(element)
                || RESOLVED_OF_JDK.stream().anyMatch(element::startsWith)
                || packages.stream().anyMatch(element::startsWith);
    }

    /** Of an array; empty when it is primitive. */
    private static String elementOf(String name) {
        int dimensions = name.lastIndexOf('[') + 1;
        if (dimensions == 0) {
            return name;
        }
        return name.endsWith(";") ? name.substring(dimensions + 1, name.length() - 1) : "";
    }
}
