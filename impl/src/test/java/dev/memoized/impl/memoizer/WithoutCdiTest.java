package dev.memoized.impl.memoizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Caffeine;
import dev.memoized.Memoizer;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WithoutCdiTest {

    @Test
    void program_runsWithApiEngineAndCaffeineOnly() throws Exception {
        try (Bare bare = new Bare(Memoizer.class, EngineProvider.class, Caffeine.class, BareProgram.class)) {
            assertThat(bare.run()).isEqualTo("a3 b2 -1 3");
            assertThatThrownBy(() -> bare.loadClass("jakarta.enterprise.inject.spi.CDI"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("jakarta.interceptor.InterceptorBinding"))
                    .isInstanceOf(ClassNotFoundException.class);
            assertThatThrownBy(() -> bare.loadClass("org.eclipse.microprofile.config.Config"))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    /** A class path of its own, with the jars or folders of these classes. */
    private static final class Bare extends URLClassLoader {
        Bare(Class<?>... of) {
            super(
                    Stream.of(of)
                            .map(type ->
                                    type.getProtectionDomain().getCodeSource().getLocation())
                            .distinct()
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        Object run() throws Exception {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(this);
            try {
                Class<?> program = loadClass(BareProgram.class.getName());
                assertThat(program.getClassLoader()).isSameAs(this);
                return ((Callable<?>) program.getConstructor().newInstance()).call();
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
