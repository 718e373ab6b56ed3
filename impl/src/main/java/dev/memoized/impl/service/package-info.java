/**
 * The cache by program: views of namespaces that the engine keeps as it keeps those of methods. Begin reading at {@code
 * CacheView}.
 */
@NullMarked
package dev.memoized.impl.service;

import org.jspecify.annotations.NullMarked;
