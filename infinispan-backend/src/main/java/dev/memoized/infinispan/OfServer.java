package dev.memoized.infinispan;

import dev.memoized.BackendException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.infinispan.Cache;

/**
 * Caches of the server by their JNDI names, left as they are.
 *
 * @param entries the name of one
 * @param marks the name of the same or another one
 */
record OfServer(String entries, String marks) implements InCaches.Origin {

    @Override
    public Caches open() {
        return Caches.checked(found(entries), found(marks));
    }

    /** In the server's own part of the directory: {@link InfinispanProvider} takes no other name. */
    @SuppressWarnings({"unchecked", "BanJNDI"})
    private static <V> Cache<String, V> found(String name) {
        Object found;
        try {
            found = new InitialContext().lookup(name);
        } catch (NamingException missing) {
            throw new BackendException(
                    "no cache " + name + "; name it in a resource-ref of web.xml, so that the server starts it",
                    missing);
        }
        if (found instanceof Cache<?, ?> cache) {
            return (Cache<String, V>) cache;
        }
        throw new BackendException(
                name + " is no cache of the class loader's Infinispan; do not bundle one beside the server's", null);
    }
}
