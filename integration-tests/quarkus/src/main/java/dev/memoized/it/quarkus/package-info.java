/**
 * A Quarkus application that is given nothing but the library's jars; its time is in the hand of the tests.
 */
@NullMarked
package dev.memoized.it.quarkus;

import org.jspecify.annotations.NullMarked;
