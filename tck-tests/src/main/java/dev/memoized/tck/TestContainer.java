package dev.memoized.tck;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

/** A CDI container that the suite can start; found by {@link ServiceLoader}. */
public interface TestContainer {

    /**
     * Starts a container with these beans and the library's.
     *
     * @param deployment what is in it
     * @return the running container
     * @throws DeploymentFailure when the container refuses the deployment
     */
    Running start(Deployment deployment);

    /**
     * Whether a final {@code @Memoized} method is refused by the library, with its own text.
     *
     * @return false when the container is first
     */
    boolean leavesFinalMethodsToTheLibrary();

    /**
     * The container of this module.
     *
     * @return the only one that is registered
     */
    static TestContainer find() {
        List<TestContainer> found = ServiceLoader.load(TestContainer.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("exactly one TestContainer is to be registered, found " + found);
        }
        return found.get(0);
    }

    /** A container that has started. */
    interface Running extends AutoCloseable {

        /**
         * A bean, as an application gets it.
         *
         * @param type one of its types
         * @param qualifiers none for the default
         * @return its proxy, if it has one
         * @param <T> the type
         */
        <T> T get(Class<T> type, Annotation... qualifiers);

        /**
         * Does something in a request of its own, on a thread of its own, and ends both.
         *
         * @param work what
         * @return what it returned
         * @param <T> its type
         */
        <T> T inRequest(Callable<T> work);

        @Override
        void close();
    }
}
