package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Backend;
import dev.memoized.Memoized;
import dev.memoized.impl.config.ConfiguredBackends;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.NoBackend;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which backend a method gets, or why it gets none. */
class BackendCandidatesTest {
    private final List<Bean<?>> beans = new ArrayList<>();
    private final Problems problems = new Problems();
    private final BackendCandidates candidates = new BackendCandidates(
            fake(BeanManager.class, this::managed),
            new ConfiguredBackends(key -> null, getClass().getClassLoader(), new ManualClock()));

    static class Books {
        @Memoized
        String title(String key) {
            return key;
        }
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private Object managed(Object manager, Method method, Object[] arguments) {
        return method.getName().equals("getBeans")
                ? found((Annotation[]) arguments[1])
                : resolved((Set<?>) arguments[0]);
    }

    private Set<Bean<?>> found(Annotation[] qualifiers) {
        return beans.stream()
                .filter(bean -> bean.getQualifiers().containsAll(Arrays.asList(qualifiers))
                        || qualifiers[0].annotationType() == jakarta.enterprise.inject.Any.class)
                .collect(Collectors.toSet());
    }

    private static Object resolved(Set<?> found) {
        if (found.size() > 1) {
            throw new AmbiguousResolutionException("two");
        }
        return found.iterator().next();
    }

    private void add(Annotation qualifier) {
        beans.add(fake(Bean.class, (bean, method, arguments) -> switch (method.getName()) {
            case "getQualifiers" -> Set.of(qualifier);
            case "getBeanClass" -> NoBackend.class;
            case "hashCode" -> System.identityHashCode(bean);
            default -> bean == arguments[0];
        }));
    }

    private static Declaration declaration() throws NoSuchMethodException {
        Method method = Books.class.getDeclaredMethod("title", String.class);
        return new Declaration(Books.class, method, method.getAnnotation(Memoized.class), false, List.of());
    }

    @Test
    void C74_backendThatNobodyMakes_isToldWithThoseThatThereAre() throws NoSuchMethodException {
        add(Backend.Literal.of("archive"));
        candidates.beanOf(new BackendChoice(Backend.Literal.of("archiv")), declaration(), problems);
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0201 " + Books.class.getName() + "#title(String), backend: ")
                .contains("[@Backend(\"archive\")]");
    }

    @Test
    void C74_twoDefaultBackends_areTold() throws NoSuchMethodException {
        add(Default.Literal.INSTANCE);
        add(Default.Literal.INSTANCE);
        candidates.beanOf(new BackendChoice(null), declaration(), problems);
        assertThat(problems.texts())
                .singleElement()
                .asString()
                .startsWith("MEMO0202 " + Books.class.getName() + "#title(String), backend: ")
                .contains("Qualify all but one.");
    }

    @Test
    void oneOfThem_isChosen() throws NoSuchMethodException {
        add(Default.Literal.INSTANCE);
        add(Backend.Literal.of("archive"));
        assertThat(candidates.beanOf(new BackendChoice(null), declaration(), problems))
                .isSameAs(beans.get(0));
        assertThat(candidates.beanOf(new BackendChoice(Backend.Literal.of("archive")), declaration(), problems))
                .isSameAs(beans.get(1));
        assertThat(problems.texts()).isEmpty();
    }
}
