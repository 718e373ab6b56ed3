/**
 * Keys: what tells two calls of a memoized method apart, as an object in memory and as text for remote stores.
 *
 * <p>Start at {@link dev.memoized.impl.key.KeyMaker}. The two forms agree: keys that are equal in memory have equal texts,
 * and different keys have different texts.
 */
@NullMarked
package dev.memoized.impl.key;

import org.jspecify.annotations.NullMarked;
