/**
 * Values as bytes, for stores that are not this JVM's memory: the type comes from the declaration, never from the bytes.
 *
 * <p>Start at {@link dev.memoized.impl.codec.ValueForm}; a codec is chosen by {@link dev.memoized.impl.codec.Codecs}.
 */
@NullMarked
package dev.memoized.impl.codec;

import org.jspecify.annotations.NullMarked;
