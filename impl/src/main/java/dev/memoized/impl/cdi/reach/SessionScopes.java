package dev.memoized.impl.cdi.reach;

import java.util.Set;

/** Scopes whose beans belong to one user, by the name of their annotation. */
final class SessionScopes {
    private static final Set<String> NAMES = Set.of(
            "jakarta.enterprise.context.ConversationScoped",
            "jakarta.enterprise.context.SessionScoped",
            "jakarta.faces.flow.FlowScoped",
            "jakarta.faces.view.ViewScoped");

    private SessionScopes() {}

    static boolean contain(String scope) {
        return NAMES.contains(scope);
    }

    /** For messages: {@code SessionScoped}. */
    static String simpleName(String scope) {
        return scope.substring(scope.lastIndexOf('.') + 1);
    }
}
