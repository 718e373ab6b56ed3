package dev.memoized.tck.arc;

import io.quarkus.arc.ComponentsProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** The context class loader of one container: it has what no class of the application could be asked to define. */
final class ArcLoader extends ClassLoader implements AutoCloseable {
    private static final String SERVICE = "META-INF/services/" + ComponentsProvider.class.getName();

    private final ClassLoader before;
    private @Nullable Path provider;

    ArcLoader() {
        this(Thread.currentThread().getContextClassLoader());
    }

    private ArcLoader(ClassLoader before) {
        super(before);
        this.before = before;
        Thread.currentThread().setContextClassLoader(this);
    }

    Class<?> define(String name, byte[] code) {
        return defineClass(name, code, 0, code.length);
    }

    /** Where ArC begins. */
    void provide(String providerClass) throws IOException {
        provider = Files.writeString(Files.createTempFile("arc", ".service"), providerClass);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return provider != null && name.equals(SERVICE)
                ? Collections.enumeration(Collections.singleton(provider.toUri().toURL()))
                : super.getResources(name);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
        try {
            if (provider != null) {
                Files.deleteIfExists(provider);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
