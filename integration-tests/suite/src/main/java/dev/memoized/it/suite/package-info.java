/** One suite over HTTP for every runtime, and what starts the runtime: {@link dev.memoized.it.suite.Server} is all that differs. */
@NullMarked
package dev.memoized.it.suite;

import org.jspecify.annotations.NullMarked;
