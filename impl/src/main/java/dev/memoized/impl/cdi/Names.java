package dev.memoized.impl.cdi;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** What servers have under names of their own. */
final class Names {
    private Names() {}

    /**
     * Looks a name up.
     *
     * @param name a constant of ours
     * @return null when there is none of that type, and where there are no names
     */
    @SuppressWarnings("BanJNDI") // constant names
    static <T> @Nullable T find(String name, Class<T> type) {
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? type.cast(found) : null;
        } catch (NamingException | LinkageError none) {
            return null;
        }
    }
}
