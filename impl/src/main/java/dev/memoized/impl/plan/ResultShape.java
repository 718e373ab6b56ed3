package dev.memoized.impl.plan;

/** The form in which a method gives its result. */
public enum ResultShape {
    /** The value itself. */
    PLAIN,
    /** A {@link java.util.concurrent.CompletionStage} of the value. */
    STAGE
}
