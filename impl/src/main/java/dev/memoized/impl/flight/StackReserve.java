package dev.memoized.impl.flight;

/**
 * The stack that a leader needs to land its flight. It is asked for before the flight can be seen by others: a computation
 * that overflows the stack unwinds to its leader, which then has at least this much.
 */
final class StackReserve {
    private static final int FRAMES = 1_024;

    private StackReserve() {}

    /**
     * Returns when there is enough.
     *
     * @throws StackOverflowError when there is not
     */
    static void ensure() {
        int reached = descend(FRAMES);
        assert reached == FRAMES;
    }

    private static int descend(int frames) {
        return frames == 0 ? 0 : 1 + descend(frames - 1);
    }
}
