package dev.memoized.impl.local;

import dev.memoized.spi.Namespace;

/** What a test in another room may know of the backend in memory. */
public final class LeasesOut {
    private LeasesOut() {}

    /** How many keys have leases that nobody has ended, in a namespace without schema that has been opened before. */
    public static int of(LocalBackend backend, String name) {
        Namespace known = new Namespace(name, "", 1, String::valueOf);
        return ((LocalStore) backend.open(known)).leased();
    }
}
