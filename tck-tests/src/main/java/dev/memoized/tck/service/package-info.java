/**
 * What {@link dev.memoized.Cache} promises, as tests for any backend: extend {@link CacheContract}.
 */
@NullMarked
package dev.memoized.tck.service;

import org.jspecify.annotations.NullMarked;
