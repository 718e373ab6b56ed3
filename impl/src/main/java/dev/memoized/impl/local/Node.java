package dev.memoized.impl.local;

import dev.memoized.spi.Entry;

/**
 * What lies under a key.
 *
 * @param entry as it was stored; marks may have taken something from it since
 * @param deadline the end of its life
 */
record Node(Entry<Object> entry, long deadline) {}
