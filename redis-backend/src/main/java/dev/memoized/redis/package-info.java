/** Keeps entries, leases and marks in a Redis that applications on several machines share. */
@NullMarked
package dev.memoized.redis;

import org.jspecify.annotations.NullMarked;
