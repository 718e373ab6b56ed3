package dev.memoized.impl.engine;

import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Consumer;

/** A backend whose stores tell of each operation before they do it. */
final class FaultyBackend implements ObjectBackend {
    private final ObjectBackend backend;
    private volatile Consumer<String> before = operation -> {};

    FaultyBackend(ObjectBackend backend) {
        this.backend = backend;
    }

    /** From now on, for all stores; what it throws, the operation throws. */
    void before(Consumer<String> operation) {
        before = operation;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Store<Object> open(Namespace namespace) {
        Store<Object> store = backend.open(namespace);
        return (Store<Object>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, method, arguments) -> invoke(store, method, arguments));
    }

    private Object invoke(Store<Object> store, Method method, Object... arguments) throws Throwable {
        before.accept(method.getName());
        try {
            return method.invoke(store, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return backend.capabilities();
    }
}
