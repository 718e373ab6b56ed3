/**
 * What a bean reaches by its injection points: whether results may depend on a request, a session or an identity that
 * nothing of the method names.
 *
 * <p>Start at {@link dev.memoized.impl.cdi.reach.LeakCheck}.
 */
@NullMarked
package dev.memoized.impl.cdi.reach;

import org.jspecify.annotations.NullMarked;
