package dev.memoized.spi;

import java.util.Set;

/**
 * Makes the backends of one type that configuration asks for: {@code memoized.backend.<name>.type=<type>}. Found by the
 * {@link java.util.ServiceLoader}, from the application's class loader. Thread-safe.
 */
public interface BackendProvider {

    /**
     * What configuration calls the type.
     *
     * @return lower-case letters, digits and hyphens, such as {@code redis}
     */
    String type();

    /**
     * The properties of such backends, besides those that all have ({@code expire-after}, {@code codec}, {@code timeout} …):
     * the last words of their keys. Others are refused.
     *
     * @return such as {@code uri}; the same at each call
     */
    default Set<String> properties() {
        return Set.of();
    }

    /**
     * Makes a backend. It neither connects nor waits: while the deployment is checked a backend is made and closed again.
     *
     * @param settings of this backend
     * @return to be closed by the caller
     * @throws IllegalArgumentException when a setting is wrong; the message says which one and why, and holds no password
     */
    CacheBackend create(BackendSettings settings);
}
