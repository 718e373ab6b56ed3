package dev.memoized.impl.memoizer;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the calls for an object: some of its methods are memoized, all others are its own. Thread-safe. */
final class StandIn implements InvocationHandler {
    private final Object object;
    private final Map<Method, Called> methods;

    /**
     * For that object.
     *
     * @param methods of the interface
     */
    StandIn(Object object, Map<Method, Called> methods) {
        this.object = object;
        this.methods = Map.copyOf(methods);
    }

    /**
     * A method of the interface.
     *
     * @param method that may be called
     * @param door null when it is not memoized
     */
    record Called(Method method, @Nullable ProgramDoor door) {}

    /** The object itself, or the one that it stands in for. */
    static @Nullable Object originalOf(@Nullable Object object) {
        return object != null
                        && Proxy.isProxyClass(object.getClass())
                        && Proxy.getInvocationHandler(object) instanceof StandIn standIn
                ? standIn.object
                : object;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        @Nullable Object[] arguments = given == null ? new Object[0] : given;
        Called called = methods.get(method);
        if (called == null) {
            return call(object, method, originals(arguments));
        }
        ProgramDoor door = called.door();
        return door == null ? call(object, called.method(), arguments) : door.call(arguments);
    }

    /** Of methods of {@link Object}: equal is what stands in for equal objects. */
    private static @Nullable Object[] originals(@Nullable Object[] arguments) {
        @Nullable Object[] originals = arguments.clone();
        for (int i = 0; i < originals.length; i++) {
            originals[i] = originalOf(originals[i]);
        }
        return originals;
    }

    static @Nullable Object call(Object object, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(object, arguments);
        } catch (InvocationTargetException brought) {
            throw brought.getTargetException();
        }
    }
}
