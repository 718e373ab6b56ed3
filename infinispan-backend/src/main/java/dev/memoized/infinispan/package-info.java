/** Entries, leases and marks in Infinispan: in caches of the application or the server, or in members of our own. */
@NullMarked
package dev.memoized.infinispan;

import org.jspecify.annotations.NullMarked;
