/**
 * The door for programs: functions and foreign objects, without CDI.
 */
@NullMarked
package dev.memoized.impl.memoizer;

import org.jspecify.annotations.NullMarked;
