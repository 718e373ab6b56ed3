/**
 * What authors of backends and of test fixtures see.
 *
 * <p>One idea carries everything: a computation begins with a {@linkplain dev.memoized.spi.Lease lease}, and storing its
 * result is a compare-and-set on it (the leases of Facebook's memcache, NSDI 2013). A backend knows nothing of fresh and
 * stale, of flights, plans or CDI.
 *
 * <p>Parameters are never null unless they say so.
 */
@NullMarked
package dev.memoized.spi;

import org.jspecify.annotations.NullMarked;
