/**
 * The backend in memory: a bounded map for each namespace, with leases and marks beside it.
 *
 * <p>Marks decide what of an entry is left, leases decide who may store, and both hold without the bounded map: eviction
 * can only cost a computation. Begin reading at {@code LocalStore}.
 */
@NullMarked
package dev.memoized.impl.local;

import org.jspecify.annotations.NullMarked;
