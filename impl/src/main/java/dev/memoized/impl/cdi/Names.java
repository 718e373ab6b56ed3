package dev.memoized.impl.cdi;

import java.util.List;
import javax.naming.Context;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import javax.naming.spi.NamingManager;
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
    static <T> @Nullable T find(String name, Class<T> type) {
        return first(List.of(name), type).what();
    }

    /**
     * What was found.
     *
     * @param what null when nothing was
     * @param isNowhere whether nothing has set up names for this thread, none at all
     */
    record Found<T>(@Nullable T what, boolean isNowhere) {}

    /** Looks names up, one after the other, until there is one. */
    static <T> Found<T> first(List<String> names, Class<T> type) {
        try {
            for (String name : names) {
                T found = lookUp(name, type);
                if (found != null) {
                    return new Found<>(found, false);
                }
            }
            return new Found<>(null, false);
        } catch (NoInitialContextException none) {
            return new Found<>(null, true);
        }
    }

    @SuppressWarnings("BanJNDI") // constant names
    private static <T> @Nullable T lookUp(String name, Class<T> type) throws NoInitialContextException {
        try {
            Object found = new InitialContext().lookup(name);
            return type.isInstance(found) ? type.cast(found) : null;
        } catch (NoInitialContextException none) {
            throw none;
        } catch (NamingException | LinkageError none) {
            return null;
        }
    }

    /** Whether the JVM is known to have names, without looking one up; there may be others that only some threads know. */
    static boolean areSetUp() {
        return NamingManager.hasInitialContextFactoryBuilder()
                || System.getProperty(Context.INITIAL_CONTEXT_FACTORY) != null
                || System.getProperty(Context.URL_PKG_PREFIXES) != null;
    }
}
