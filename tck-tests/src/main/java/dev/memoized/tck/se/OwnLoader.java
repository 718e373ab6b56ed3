package dev.memoized.tck.se;

/**
 * A context class loader for one container: OpenWebBeans has one container for each, and never gives up one whose
 * deployment failed. Threads that the test starts inherit it.
 */
final class OwnLoader extends ClassLoader implements AutoCloseable {
    private final ClassLoader before;

    OwnLoader() {
        this(Thread.currentThread().getContextClassLoader());
    }

    private OwnLoader(ClassLoader before) {
        super(before);
        this.before = before;
        Thread.currentThread().setContextClassLoader(this);
    }

    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(before);
    }
}
