package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.NoSuchBackendException;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.service.Backends;
import java.util.regex.Pattern;

/**
 * Finds the backends that programs name: by the name of a {@link Backend}, or by a qualifier in the form in which messages
 * tell it, such as {@code @Archive}.
 */
record NamedBackends(BackendBeans beans) implements Backends {

    private static final Pattern NAME = Pattern.compile("@Backend\\(\"(.*)\"\\)");

    @Override
    public Named find(String name) {
        if (name.isEmpty()) {
            return new Named(beans.findDefault(), null);
        }
        String qualifier = name.startsWith("@") ? name : new BackendChoice(Backend.Literal.of(name)).toString();
        Named ofBean = beans.findByText(qualifier);
        Named found =
                ofBean == null ? beans.findConfigured(NAME.matcher(qualifier).replaceFirst("$1")) : ofBean;
        if (found == null) {
            throw new NoSuchBackendException(RuntimeMessage.BACKEND_NAMED.text(qualifier, beans.known()));
        }
        return found;
    }
}
