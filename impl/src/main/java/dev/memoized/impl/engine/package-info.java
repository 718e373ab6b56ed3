/**
 * The path of a call. Start reading at {@link dev.memoized.impl.engine.Engine}.
 */
@NullMarked
package dev.memoized.impl.engine;

import org.jspecify.annotations.NullMarked;
