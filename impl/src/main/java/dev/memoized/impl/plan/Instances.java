package dev.memoized.impl.plan;

/** Finds or makes the application's objects that a plan needs. */
@FunctionalInterface
public interface Instances {

    /**
     * The bean of that class, else an object made by its public constructor without parameters.
     *
     * @throws ReflectiveOperationException when there is neither
     */
    <T> T get(Class<T> type) throws ReflectiveOperationException;

    /** Makes every object by its constructor. */
    static Instances byConstructor() {
        return new Instances() {
            @Override
            public <T> T get(Class<T> type) throws ReflectiveOperationException {
                return type.getConstructor().newInstance();
            }
        };
    }
}
