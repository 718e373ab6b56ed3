package dev.memoized.impl.cdi;

import jakarta.enterprise.inject.spi.Bean;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The beans of one application that have memoized methods: what the extensions know, handed over to the running application
 * as a bean of its own.
 *
 * @param list in no order that means anything
 * @param softened the names of methods of which somebody makes single entries stale
 * @param named the methods that configuration memoizes
 */
public record MemoizedBeans(List<Bean<?>> list, Set<String> softened, NamedMethods named) {

    /** The same where only the names of their classes were handed over. */
    static MemoizedBeans among(Collection<Bean<?>> all, String[] classes, String[] softened, NamedMethods named) {
        return new MemoizedBeans(
                Stream.of(classes).flatMap(name -> find(all, name).stream()).toList(), Set.of(softened), named);
    }

    /** A producer's bean has the class that declares the producer; what it makes is hardly ever of that class, too. */
    private static Optional<Bean<?>> find(Collection<Bean<?>> all, String beanClass) {
        List<Bean<?>> candidates = all.stream()
                .filter(bean -> bean.getBeanClass().getName().equals(beanClass))
                .toList();
        return candidates.size() == 1
                ? Optional.of(candidates.get(0))
                : candidates.stream()
                        .filter(bean -> bean.getTypes().contains(bean.getBeanClass()))
                        .findFirst();
    }
}
