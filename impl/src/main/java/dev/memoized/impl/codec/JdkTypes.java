package dev.memoized.impl.codec;

import java.io.Serializable;
import java.lang.constant.Constable;
import java.lang.constant.ConstantDesc;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK's types that may be remembered as JSON; each codec brings back most of them. */
final class JdkTypes {
    private static final Set<Class<?>> OPEN = Set.of(
            Object.class,
            Number.class,
            CharSequence.class,
            Comparable.class,
            Serializable.class,
            Constable.class,
            ConstantDesc.class,
            Record.class,
            Enum.class);

    private static final Set<Class<?>> SIMPLE = Set.of(
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
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Duration.class,
            Period.class,
            Year.class,
            YearMonth.class,
            MonthDay.class,
            DayOfWeek.class,
            Month.class,
            ZoneId.class,
            ZoneOffset.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class);

    private static final Set<Class<?>> CONTAINERS = Set.of(
            Optional.class,
            Collection.class,
            List.class,
            Set.class,
            SortedSet.class,
            NavigableSet.class,
            Queue.class,
            Deque.class,
            ArrayList.class,
            LinkedList.class,
            HashSet.class,
            LinkedHashSet.class,
            TreeSet.class,
            Map.class,
            SortedMap.class,
            NavigableMap.class,
            HashMap.class,
            LinkedHashMap.class,
            TreeMap.class);

    private JdkTypes() {}

    /** Whether it says nothing of the class of its values. */
    static boolean isOpen(Class<?> type) {
        return OPEN.contains(type);
    }

    static boolean isSimple(Class<?> type) {
        return type.isPrimitive() || SIMPLE.contains(type);
    }

    /** Zones have classes of their own below {@code ZoneId}; dates can be set. */
    static boolean isImmutable(Class<?> type) {
        return type != Date.class && (SIMPLE.contains(type) || ZoneId.class.isAssignableFrom(type));
    }

    static boolean isContainer(Class<?> type) {
        return CONTAINERS.contains(type);
    }

    /** What a library does not bring back that knows nothing of times, or of optional values. */
    static Set<Class<?>> without(boolean times, boolean optionals) {
        Stream<Class<?>> unknown = Stream.concat(SIMPLE.stream(), CONTAINERS.stream())
                .filter(type -> (!times && type.getName().startsWith("java.time."))
                        || (!optionals && type.getSimpleName().startsWith("Optional")));
        return unknown.collect(Collectors.toUnmodifiableSet());
    }
}
