package dev.memoized.impl.cdi.reach;

import dev.memoized.impl.plan.RequestTypes;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Follows a bean's injection points to the request, the shortest way first. It ends at beans of a session that is not the
 * values' own, and at the context values that a method declares: what these capture is restored for a refresh.
 */
final class RequestWalk {
    private static final String ARROW = " -> ";

    private final Set<Class<?>> declared;
    private final Set<String> own;
    private final Map<Class<?>, Reached> found = new LinkedHashMap<>();
    private final Set<BeanNode> seen = new HashSet<>();
    private final Deque<Step> steps = new ArrayDeque<>();

    private RequestWalk(Set<Class<?>> declared, Set<String> own) {
        this.declared = declared;
        this.own = own;
    }

    /**
     * What a bean reaches, each type once.
     *
     * @param declared the classes of context values that are not followed
     * @param own the scopes of sessions that the values do not leave: their beans are followed
     */
    static Collection<Reached> from(BeanNode root, Set<Class<?>> declared, Set<String> own) {
        RequestWalk walk = new RequestWalk(declared, own);
        walk.seen.add(root);
        walk.steps.add(new Step(root, root.type().getSimpleName()));
        while (!walk.steps.isEmpty()) {
            walk.take(walk.steps.remove());
        }
        return walk.found.values();
    }

    private void take(Step step) {
        for (Injected injected : step.bean().injected()) {
            if (isDeclared(injected.type())) {
                continue;
            }
            if (RequestTypes.contain(injected.type())) {
                reach(injected.type(), step);
            } else {
                injected.beans().forEach(bean -> follow(bean, step));
            }
        }
    }

    private void follow(BeanNode bean, Step step) {
        Class<?> type = bean.type();
        if (isDeclared(type) || !seen.add(bean)) {
            return;
        }
        if (isOfAnotherSession(bean) || RequestTypes.contain(type)) {
            reach(type, step);
        } else {
            steps.add(new Step(bean, step.path() + ARROW + type.getSimpleName()));
        }
    }

    private boolean isOfAnotherSession(BeanNode bean) {
        return SessionScopes.contain(bean.scope()) && !own.contains(bean.scope());
    }

    private boolean isDeclared(Class<?> type) {
        return declared.stream().anyMatch(value -> value.isAssignableFrom(type));
    }

    private void reach(Class<?> type, Step step) {
        found.putIfAbsent(type, new Reached(type, step.path() + ARROW + type.getSimpleName()));
    }

    private record Step(BeanNode bean, String path) {}
}
