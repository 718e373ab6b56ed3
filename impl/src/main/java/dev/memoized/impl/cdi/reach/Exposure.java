package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Problems;

/**
 * Something of the request that a method's results may depend on, and that nothing of the method names: only a context
 * value that covers the type can still allow it.
 *
 * @param member of the annotation that brings it; empty for the bean itself
 * @param message what is told of it
 * @param type that would have to be covered
 * @param shown the way to it, or the bean's scope
 */
public record Exposure(String member, WiringMessage message, Class<?> type, String shown) {

    /** Adds the problem. */
    public void refuse(Declaration declaration, Problems problems) {
        if (message == WiringMessage.BEAN_OF_SESSION) {
            problems.add(declaration, member, message, "@" + SessionScopes.simpleName(shown));
        } else {
            problems.add(declaration, member, message, type.getName(), shown);
        }
    }
}
