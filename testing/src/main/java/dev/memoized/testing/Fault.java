package dev.memoized.testing;

/** What a {@link FaultProxy} can do to a reply of the server behind it. */
public enum Fault {
    /** It comes late, and so does what follows on its connection. */
    DELAY,
    /** Instead of it the connection ends in good order. */
    CUT,
    /** Its first half comes, then the connection is reset. */
    RESET,
    /** Its first half comes, then the connection ends in good order. */
    TRUNCATE,
    /** One byte of it is another. */
    CORRUPT,
    /** Neither it nor anything after it comes or is sent on this connection, which stays open until the client leaves. */
    BLACK_HOLE
}
