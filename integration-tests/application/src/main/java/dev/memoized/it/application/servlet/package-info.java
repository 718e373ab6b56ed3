/** What only runtimes with Servlet have. */
@NullMarked
package dev.memoized.it.application.servlet;

import org.jspecify.annotations.NullMarked;
