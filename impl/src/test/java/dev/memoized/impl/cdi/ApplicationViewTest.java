package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The manager of a library may be blind for the application, as on Payara. */
class ApplicationViewTest {
    private final TestNames names = TestNames.open();

    @AfterEach
    void close() {
        names.close();
    }

    private static BeanManager seeing(Class<?>... classes) {
        Set<Bean<?>> beans = Stream.of(classes)
                .map(type -> (Bean<?>) TestNames.fake(Bean.class, "getBeanClass", nothing -> type))
                .collect(Collectors.toSet());
        return TestNames.fake(BeanManager.class, "getBeans", nothing -> beans);
    }

    @Test
    void managerThatSeesTheApplication_isTheOne() {
        BeanManager given = seeing(String.class, Integer.class);
        names.bind("java:comp/BeanManager", seeing(String.class));
        assertThat(ApplicationView.of(given, Set.of(String.class))).isSameAs(given);
    }

    @Test
    void managerThatDoesNot_givesWayToTheOneOfTheModule() {
        BeanManager ofModule = seeing(String.class, Integer.class);
        names.bind("java:comp/BeanManager", ofModule);
        assertThat(ApplicationView.of(seeing(Integer.class), Set.of(String.class, Integer.class)))
                .isSameAs(ofModule);
    }

    @Test
    void managerThatDoesNot_staysWhereNobodySeesMore() {
        BeanManager given = seeing(Integer.class);
        assertThat(ApplicationView.of(given, Set.of(String.class))).isSameAs(given);
        names.bind("java:comp/BeanManager", seeing(Long.class));
        assertThat(ApplicationView.of(given, Set.of(String.class))).isSameAs(given);
    }
}
