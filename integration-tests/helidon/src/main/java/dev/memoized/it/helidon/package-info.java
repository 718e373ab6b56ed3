/** What the application is on Helidon, which has neither EJBs nor Servlet. */
@NullMarked
package dev.memoized.it.helidon;

import org.jspecify.annotations.NullMarked;
