/** The application that is deployed into every runtime: each bean uses one part of the library, each resource shows it over HTTP. */
@NullMarked
package dev.memoized.it.application;

import org.jspecify.annotations.NullMarked;
