/**
 * Time, threads and faults in the hand of a test, so that no test sleeps.
 *
 * <p>Make an object of this package a CDI bean (a {@code @Singleton} producer does), and the library uses it instead of
 * the real thing. What waits here waits at most 30 seconds of real time, then fails and says what it has seen.
 *
 * <p>Set {@code memoized.default.isolated=true} where tests run: then a computation that reads something of its caller which
 * its method does not declare finds nothing, instead of working until it is served to somebody else. Set
 * {@code memoized.default.detect-mutation=true} too: then a remembered value that somebody has changed fails the next
 * call.
 *
 * <p>Parameters are never null unless they say so.
 */
@NullMarked
package dev.memoized.testing;

import org.jspecify.annotations.NullMarked;
