/**
 * The contract of {@link dev.memoized.spi.Store}, sentence by sentence, for authors of backends: extend {@link
 * dev.memoized.tck.store.StoreContract}.
 */
@NullMarked
package dev.memoized.tck.store;

import org.jspecify.annotations.NullMarked;
