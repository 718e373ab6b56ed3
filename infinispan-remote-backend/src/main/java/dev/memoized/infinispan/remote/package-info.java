/** Entries, leases and marks in a cache of Infinispan servers, by Hot Rod. */
@NullMarked
package dev.memoized.infinispan.remote;

import org.jspecify.annotations.NullMarked;
