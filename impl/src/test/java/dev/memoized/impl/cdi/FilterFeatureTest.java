package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** When our filter comes into a Jakarta REST application. */
class FilterFeatureTest {
    private final List<Object> registered = new ArrayList<>();

    @Test
    void server_getsTheFilter() {
        assertThat(loaded(getClass().getClassLoader()).configure(context(RuntimeType.SERVER)))
                .isTrue();
        assertThat(registered).singleElement().isInstanceOf(RestLanguages.HeaderFilter.class);
    }

    @Test
    void client_isLeftAlone() {
        assertThat(loaded(getClass().getClassLoader()).configure(context(RuntimeType.CLIENT)))
                .isFalse();
        assertThat(registered).isEmpty();
    }

    @Test
    void server_withoutCdi_isLeftAlone() {
        Feature feature = loaded(new WithoutCdi(getClass().getClassLoader()));

        assertThat(feature.getClass()).isNotEqualTo(RestLanguages.FilterFeature.class);
        assertThat(feature.configure(context(RuntimeType.SERVER))).isFalse();
        assertThat(registered).isEmpty();
    }

    private static Feature loaded(ClassLoader loader) {
        return ServiceLoader.load(Feature.class, loader).findFirst().orElseThrow();
    }

    private FeatureContext context(RuntimeType type) {
        Configuration configuration = proxy(Configuration.class, "getRuntimeType", type);
        return (FeatureContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {FeatureContext.class}, (self, method, arguments) -> {
                    if (method.getName().equals("getConfiguration")) {
                        return configuration;
                    }
                    assertThat(method.getName()).isEqualTo("register");
                    registered.add(arguments[0]);
                    return self;
                });
    }

    private static <T> T proxy(Class<T> type, String method, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    assertThat(called.getName()).isEqualTo(method);
                    return answer;
                }));
    }

    /** Has our classes for itself, and nothing of CDI. */
    private static final class WithoutCdi extends ClassLoader {
        WithoutCdi(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("jakarta.enterprise.") || name.startsWith("jakarta.inject.")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith("dev.memoized.") ? own(name) : super.loadClass(name, resolve);
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
