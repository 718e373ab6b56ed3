package dev.memoized.impl.codec;

import java.io.ObjectInputFilter;
import org.jspecify.annotations.Nullable;

/** The filter of one reading: allowed classes, not too deep, and no more room than the bytes could fill. */
final class AllowedInput implements ObjectInputFilter {
    /** Sets in sets take twice the time for each level. */
    private static final int DEEPEST = 20;

    private static final int ROOM_OF_A_BYTE = 8;
    private static final int FREE_ROOM = 1024;

    private final AllowedClasses allowed;
    private final int size;
    private long room;

    AllowedInput(AllowedClasses allowed, int size) {
        this.allowed = allowed;
        this.size = size;
        this.room = FREE_ROOM + (long) ROOM_OF_A_BYTE * size;
    }

    @Override
    public Status checkInput(FilterInfo info) {
        boolean fits = info.depth() <= DEEPEST && info.references() <= size && takes(info.arrayLength());
        return fits && isAllowed(info.serialClass()) ? Status.ALLOWED : Status.REJECTED;
    }

    /** A collection announces the array that it will make. */
    private boolean takes(long length) {
        room -= Math.max(0, length);
        return room >= 0;
    }

    private boolean isAllowed(@Nullable Class<?> type) {
        return type == null || allowed.isAllowed(type);
    }
}
