/** What only runtimes with EJBs have. */
@NullMarked
package dev.memoized.it.application.ee;

import org.jspecify.annotations.NullMarked;
