package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.Bean;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Beans are found again by the names of their classes. */
class MemoizedBeansTest {
    private final Bean<?> shelf = bean(Shelf.class, Object.class, Shelf.class);
    private final Bean<?> producedByShelf = bean(Shelf.class, Object.class, String.class);
    private final Bean<?> restricted = bean(Desk.class, Object.class, Runnable.class);
    private final List<Bean<?>> all = List.of(producedByShelf, shelf, restricted);

    static class Shelf {}

    static class Desk {}

    private static Bean<?> bean(Class<?> beanClass, Type... types) {
        return (Bean<?>) Proxy.newProxyInstance(
                Bean.class.getClassLoader(),
                new Class<?>[] {Bean.class},
                (proxy, called, arguments) -> switch (called.getName()) {
                    case "getBeanClass" -> beanClass;
                    case "getTypes" -> Set.of(types);
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> beanClass.getSimpleName();
                });
    }

    private List<Bean<?>> among(String... classes) {
        return MemoizedBeans.among(all, classes, new String[0], NamedMethods.NONE)
                .list();
    }

    @Test
    void bean_of_the_class_is_told_from_one_that_it_produces() {
        assertThat(among(Shelf.class.getName())).containsExactly(shelf);
    }

    @Test
    void only_bean_of_a_class_is_taken_whatever_its_types() {
        assertThat(among(Desk.class.getName())).containsExactly(restricted);
    }

    @Test
    void class_whose_bean_was_removed_is_left_out() {
        assertThat(among("com.acme.Removed", Shelf.class.getName())).containsExactly(shelf);
    }
}
