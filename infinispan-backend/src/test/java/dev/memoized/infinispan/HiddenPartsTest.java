package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Store;
import java.net.URL;
import java.net.URLClassLoader;
import org.infinispan.Cache;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that show their applications a part of Infinispan, as WildFly does. */
@Timeout(120)
class HiddenPartsTest {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.local();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.infinispan.notifications.cachelistener.annotation.",
                "org.infinispan.notifications.cachemanagerlistener.annotation.",
                "org.infinispan.partitionhandling.",
                "org.infinispan.commons."
            })
    void partThatIsHidden_isRefusedWithACure(String hidden) throws Exception {
        try (ApplicationLoader loader = new ApplicationLoader(hidden)) {
            Object builder = loader.loadClass(InfinispanBackend.class.getName())
                    .getMethod("on", Cache.class)
                    .invoke(null, CLUSTER.caches(0).entries());
            try (ByteBackend backend =
                    (ByteBackend) builder.getClass().getMethod("build").invoke(builder)) {
                Store<byte[]> store = backend.open(Bench.books());
                assertThatThrownBy(() -> store.read("key", 0))
                        .isInstanceOf(BackendException.class)
                        .hasMessageContaining("Dependencies: org.infinispan.core, org.infinispan.commons");
            }
        }
    }

    /** Has the library, and sees all but one package beyond it. */
    private static final class ApplicationLoader extends URLClassLoader {
        private static final String OWN = InfinispanBackend.class.getPackageName() + ".";

        private final String hidden;

        ApplicationLoader(String hidden) {
            super(
                    new URL[] {
                        InfinispanBackend.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                    },
                    HiddenPartsTest.class.getClassLoader());
            this.hidden = hidden;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith(hidden)) {
                throw new ClassNotFoundException(name);
            }
            Class<?> known = findLoadedClass(name);
            return known != null ? known : name.startsWith(OWN) ? findClass(name) : super.loadClass(name, resolve);
        }
    }
}
