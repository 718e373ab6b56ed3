package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.NoSuchBackendException;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.BackendChoice;
import dev.memoized.impl.service.Backends;

/**
 * Finds the backends that programs name: by the name of a {@link Backend}, or by a qualifier in the form in which messages
 * tell it, such as {@code @Archive}.
 */
record NamedBackends(BackendBeans beans) implements Backends {

    @Override
    public Named find(String name) {
        if (name.isEmpty()) {
            return new Named(beans.findDefault(), null);
        }
        String qualifier = name.startsWith("@") ? name : new BackendChoice(Backend.Literal.of(name)).toString();
        Named found = beans.findByText(qualifier);
        if (found == null) {
            throw new NoSuchBackendException(RuntimeMessage.BACKEND_NAMED.text(qualifier, beans.known()));
        }
        return found;
    }
}
