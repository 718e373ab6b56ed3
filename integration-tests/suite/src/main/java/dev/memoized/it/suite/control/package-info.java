/** An application that does nothing, with an extension that does nothing: what it leaves behind the server has left. */
@NullMarked
package dev.memoized.it.suite.control;

import org.jspecify.annotations.NullMarked;
