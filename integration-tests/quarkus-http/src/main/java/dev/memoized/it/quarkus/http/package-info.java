/** What the application is on Quarkus, which has no EJBs. */
@NullMarked
package dev.memoized.it.quarkus.http;

import org.jspecify.annotations.NullMarked;
