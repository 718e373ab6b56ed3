package dev.memoized.impl.cdi.reach;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes whose beans belong to one user, by the name of their annotation. */
final class SessionScopes {
    private static final Set<String> NAMES = Set.of(
            "jakarta.enterprise.context.ConversationScoped",
            "jakarta.enterprise.context.SessionScoped",
            "jakarta.faces.flow.FlowScoped",
            "jakarta.faces.view.ViewScoped");

    private static final String SESSION = "jakarta.enterprise.context.SessionScoped";

    private SessionScopes() {}

    /** Those that last as long as an instance of each of these beans: all that such an instance sees of them is one user's. */
    static Set<String> outlasting(Collection<BeanNode> beans) {
        return NAMES.stream()
                .filter(scope -> !beans.isEmpty() && beans.stream().allMatch(bean -> outlasts(scope, bean.scope())))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean outlasts(String scope, String instance) {
        return contain(instance) && (scope.equals(instance) || scope.equals(SESSION));
    }

    static boolean contain(String scope) {
        return NAMES.contains(scope);
    }

    /** For messages: {@code SessionScoped}. */
    static String simpleName(String scope) {
        return scope.substring(scope.lastIndexOf('.') + 1);
    }
}
