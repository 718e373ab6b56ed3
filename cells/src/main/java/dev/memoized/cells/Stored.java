package dev.memoized.cells;

import org.jspecify.annotations.Nullable;

/** What lies under a name. */
public final class Stored {
    /** Nothing does. */
    public static final Stored NOTHING = new Stored(null, 0);

    private final byte @Nullable [] bytes;
    private final long version;

    private Stored(byte @Nullable [] bytes, long version) {
        this.bytes = bytes;
        this.version = version;
    }

    /**
     * On a ground that compares bytes.
     *
     * @param bytes null for nothing
     * @return not to be changed
     */
    public static Stored of(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : new Stored(bytes, 0);
    }

    /**
     * On a ground that counts changes.
     *
     * @param bytes what lies there
     * @param version by which the ground knows that it was not changed
     * @return not to be changed
     */
    public static Stored of(byte[] bytes, long version) {
        return new Stored(bytes, version);
    }

    /**
     * The bytes.
     *
     * @return null for nothing
     */
    public byte @Nullable [] bytes() {
        return bytes;
    }

    /**
     * The version.
     *
     * @return 0 where bytes are compared
     */
    public long version() {
        return version;
    }
}
