/** The suite's container for ArC: put together as the build of Quarkus does it, and started in the same JVM. */
@NullMarked
package dev.memoized.tck.arc;

import org.jspecify.annotations.NullMarked;
