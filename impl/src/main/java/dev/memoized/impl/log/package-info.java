/**
 * All messages, with their ids, and the one logger.
 */
@NullMarked
package dev.memoized.impl.log;

import org.jspecify.annotations.NullMarked;
