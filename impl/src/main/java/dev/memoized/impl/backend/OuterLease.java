package dev.memoized.impl.backend;

import dev.memoized.spi.Lease;

/** A lease of the store behind, for its caller's own key. */
record OuterLease(Object key, Lease inner) implements Lease {
    static Lease inner(Lease lease) {
        return ((OuterLease) lease).inner();
    }

    @Override
    public long asOf() {
        return inner.asOf();
    }

    @Override
    public boolean isVoid() {
        return inner.isVoid();
    }
}
