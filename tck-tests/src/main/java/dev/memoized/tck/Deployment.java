package dev.memoized.tck;

import java.util.List;

/**
 * What a test puts into a container.
 *
 * @param beanClasses beans and interceptors; nothing else is discovered
 */
public record Deployment(List<Class<?>> beanClasses) {

    /**
     * These classes.
     *
     * @param beanClasses beans and interceptors
     * @return a deployment
     */
    public static Deployment of(Class<?>... beanClasses) {
        return new Deployment(List.of(beanClasses));
    }
}
