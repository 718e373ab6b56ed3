package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.Serial;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the container and the application know of a bean is as it is without us. */
@Timeout(60)
class MetadataTest {
    @RegisterExtension
    static final Deployed app =
            Deployed.with(Shelf.class, PlainShelf.class, Single.class, PlainSingle.class, Users.class, Passive.class);

    private final BeanManager beanManager = app.get(BeanManager.class);

    /** What the beans below can do. */
    public interface Titles {
        Map<String, List<Integer>> titles(List<String> keys);
    }

    /** A bean. */
    @Named("shelf")
    @ApplicationScoped
    public static class Shelf implements Titles {
        private final Body body = new Body();

        @Override
        @Deprecated
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public Map<String, List<Integer>> titles(List<String> keys) {
            return Map.of(body.compute(keys), List.of());
        }
    }

    /** The same bean without us. */
    @Named("plain")
    @ApplicationScoped
    public static class PlainShelf implements Titles {
        @Override
        public Map<String, List<Integer>> titles(List<String> keys) {
            return Map.of();
        }
    }

    /** A bean without client proxy. */
    @Singleton
    public static class Single {
        @Memoized
        public String title(String key) {
            return key;
        }
    }

    /** The same without us. */
    @Singleton
    public static class PlainSingle {
        public String title(String key) {
            return key;
        }
    }

    /** A bean of its user, that is no proxy without us. */
    @Dependent
    public static class Users {
        public String title(String key) {
            return key;
        }
    }

    /** A scope whose beans may be written to disk. */
    @NormalScope(passivating = true)
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface LongLived {}

    /** A bean that may be written to disk, with all its interceptors. */
    @LongLived
    public static class Passive implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Memoized
        public String title(String key) {
            return key;
        }
    }

    @Test
    void bean_has_its_class_scope_name_qualifiers_and_types() {
        Bean<?> bean = bean(Shelf.class);
        assertThat(bean.getBeanClass()).isEqualTo(Shelf.class);
        assertThat(bean.getScope()).isEqualTo(ApplicationScoped.class);
        assertThat(bean.getName()).isEqualTo("shelf");
        assertThat(bean.getStereotypes()).isEmpty();
        assertThat(bean.getTypes()).isEqualTo(Set.of(Shelf.class, Titles.class, Object.class));
        assertThat(bean.getQualifiers().stream().<Class<?>>map(Annotation::annotationType))
                .containsExactlyInAnyOrder(Default.class, Any.class, Named.class);
    }

    @Test
    void method_has_its_annotations_and_generic_signature() throws NoSuchMethodException {
        Method method =
                beanManager.createAnnotatedType(Shelf.class).getJavaClass().getMethod("titles", List.class);
        assertThat(method.isAnnotationPresent(Deprecated.class)).isTrue();
        assertThat(method.getAnnotation(Memoized.class).refreshAfter()).isEqualTo("1m");
        assertThat(method.getGenericReturnType())
                .isEqualTo(PlainShelf.class.getMethod("titles", List.class).getGenericReturnType());
    }

    @Test
    void bean_is_found_by_its_interface_and_its_class() {
        Titles byName = app.get(Titles.class, NamedLiteral.of("shelf"));
        assertThat(byName.titles(List.of("a"))).isEqualTo(app.get(Shelf.class).titles(List.of("a")));
    }

    @Test
    void instances_are_of_the_bean_class() {
        assertThat(app.get(Shelf.class)).isInstanceOf(Shelf.class);
        assertThat(app.get(Single.class)).isInstanceOf(Single.class).isSameAs(app.get(Single.class));
    }

    @Test
    void bean_without_memoized_methods_is_left_alone() {
        assertThat(app.get(Users.class).getClass()).isEqualTo(Users.class);
        assertThat(app.get(PlainSingle.class).getClass()).isEqualTo(PlainSingle.class);
    }

    @Test
    void bean_of_a_passivating_scope_can_be_deployed() {
        Bean<?> bean = bean(Passive.class);
        assertThat(beanManager.isPassivatingScope(bean.getScope())).isTrue();
    }

    private Bean<?> bean(Class<?> type) {
        Set<Bean<?>> beans = beanManager.getBeans(type, Any.Literal.INSTANCE);
        assertThat(beans).hasSize(1);
        return beans.iterator().next();
    }
}
