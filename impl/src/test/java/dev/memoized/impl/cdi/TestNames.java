package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/** A server's names while it is open; what JNDI makes of it is a static of the JVM. */
public final class TestNames implements InitialContextFactory, AutoCloseable {
    private static final Map<String, Object> NAMES = new ConcurrentHashMap<>();

    /** For JNDI. */
    public TestNames() {}

    static TestNames open() {
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, TestNames.class.getName());
        return new TestNames();
    }

    void bind(String name, Object what) {
        NAMES.put(name, what);
    }

    @Override
    public Context getInitialContext(Hashtable<?, ?> unused) {
        return fake(Context.class, "lookup", name -> {
            Object found = NAMES.get(name);
            if (found == null) {
                throw new NameNotFoundException(name.toString());
            }
            return found;
        });
    }

    /** An object of which one method of one parameter, or of none, is of use. */
    static <T> T fake(Class<T> type, String method, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    return switch (called.getName()) {
                        case "equals" -> self == arguments[0];
                        case "hashCode" -> System.identityHashCode(self);
                        case "toString" -> type.getSimpleName();
                        default -> {
                            assertThat(called.getName()).isEqualTo(method);
                            yield answer.to(arguments == null ? "" : arguments[0]);
                        }
                    };
                }));
    }

    /** What it answers. */
    @FunctionalInterface
    interface Answer {
        Object to(Object argument) throws Exception;
    }

    @Override
    public void close() {
        NAMES.clear();
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
}
