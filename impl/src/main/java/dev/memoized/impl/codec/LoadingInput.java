package dev.memoized.impl.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import org.jspecify.annotations.Nullable;

/** Finds allowed classes where the declared type comes from; others are not even loaded. */
final class LoadingInput extends ObjectInputStream {
    private final AllowedClasses allowed;
    private final @Nullable ClassLoader loader;

    LoadingInput(byte[] bytes, AllowedClasses allowed, @Nullable ClassLoader loader) throws IOException {
        super(new ByteArrayInputStream(bytes));
        this.allowed = allowed;
        this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        if (!allowed.isAllowed(description.getName())) {
            throw new InvalidClassException("a class that is not allowed");
        }
        ClassLoader wanted = loader == null ? Thread.currentThread().getContextClassLoader() : loader;
        return Class.forName(description.getName(), false, wanted);
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw new InvalidClassException("proxies are not allowed");
    }
}
