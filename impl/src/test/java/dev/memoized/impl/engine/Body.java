package dev.memoized.impl.engine;

/** What a memoized method does in a test. */
@FunctionalInterface
public interface Body {

    /** Computes: a value, or a stage of one. */
    Object compute(Object... arguments) throws Exception;
}
