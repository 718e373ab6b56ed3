package dev.memoized.impl.engine;

/** Throws what the application threw, whatever the compiler believes. */
final class Thrown {
    private Thrown() {}

    /** To be thrown: as it is, also when it is checked. */
    static RuntimeException unchanged(Throwable thrown) {
        return Thrown.<RuntimeException>as(thrown);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast does nothing
    private static <T extends Throwable> T as(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
