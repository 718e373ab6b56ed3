package dev.memoized.impl.refresh;

import java.lang.reflect.Method;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes threads that do not keep the JVM alive and see the classes of the deployment that made this factory: virtual ones
 * where the JVM has them.
 */
final class DaemonThreads implements ThreadFactory {
    private final AtomicInteger count = new AtomicInteger();
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final String prefix;

    DaemonThreads(String prefix) {
        this.prefix = prefix;
    }

    /** Whether this JVM has virtual threads that do not pin their carriers in ordinary code (JDK 24 and later). */
    static boolean areVirtual() {
        return Runtime.version().feature() >= 24;
    }

    @Override
    public Thread newThread(Runnable task) {
        String name = prefix + count.incrementAndGet();
        Thread thread = areVirtual() ? virtual(name, task) : platform(name, task);
        thread.setContextClassLoader(loader);
        return thread;
    }

    private static Thread platform(String name, Runnable task) {
        Thread thread = new Thread(null, task, name, 0, false);
        thread.setDaemon(true);
        return thread;
    }

    /** By reflection: this code is compiled for JDK 17. */
    private static Thread virtual(String name, Runnable task) {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            Class<?> type = Class.forName("java.lang.Thread$Builder");
            builder = type.getMethod("name", String.class).invoke(builder, name);
            builder = type.getMethod("inheritInheritableThreadLocals", boolean.class)
                    .invoke(builder, false);
            Method unstarted = type.getMethod("unstarted", Runnable.class);
            return (Thread) unstarted.invoke(builder, task);
        } catch (ReflectiveOperationException absent) {
            return platform(name, task);
        }
    }
}
