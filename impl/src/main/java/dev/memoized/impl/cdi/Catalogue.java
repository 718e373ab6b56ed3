package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.Entrance;
import jakarta.enterprise.inject.spi.Bean;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: whoever needs it first opens all doors, outside of locks; those who come meanwhile do the same, and find the
 * doors that are open already. What they find is equal.
 */
/** All memoized methods of one application, by the names of their namespaces. Thread-safe. */
final class Catalogue {
    private final MemoizedBeans beans;
    private final Function<Bean<?>, BeanDoor> doors;
    private volatile @Nullable SortedMap<String, List<Entrance>> byName;

    /**
     * Opens nothing yet.
     *
     * @param doors gives the same door for the same bean
     */
    Catalogue(MemoizedBeans beans, Function<Bean<?>, BeanDoor> doors) {
        this.beans = beans;
        this.doors = doors;
    }

    /** All, in the order of their names. */
    List<Entrance> all() {
        return byName().values().stream().flatMap(Collection::stream).toList();
    }

    /** Those that share a name; empty when there is none. */
    List<Entrance> of(String name) {
        return byName().getOrDefault(name, List.of());
    }

    private SortedMap<String, List<Entrance>> byName() {
        SortedMap<String, List<Entrance>> known = byName;
        if (known == null) {
            known = beans.list().stream()
                    .flatMap(bean -> doors.apply(bean).entrances())
                    .collect(Collectors.groupingBy(
                            each -> each.method().plan().name(), TreeMap::new, Collectors.toUnmodifiableList()));
            byName = known;
        }
        return known;
    }
}
