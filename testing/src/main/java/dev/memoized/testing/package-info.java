/**
 * Time, threads, faults and other JVMs in the hand of a test, so that no test sleeps.
 *
 * <p>Make an object of this package a CDI bean (a {@code @Singleton} producer does), and the library uses it instead of
 * the real thing. What waits here waits at most 30 seconds of real time, then fails and says what it has seen.
 *
 * <p>Before a real server a {@link dev.memoized.testing.FaultProxy} delays, cuts, changes and swallows replies; a
 * {@link dev.memoized.testing.ChildJvm} is another node, to be killed or paused.
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
