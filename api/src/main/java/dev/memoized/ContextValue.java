package dev.memoized;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A fact of the request that results depend on: the tenant, the locale, the currency. Named by {@link Memoized#varyBy} it
 * is captured in the caller, is a part of the key, and is all of that kind that a refresh, or a computation of an
 * {@linkplain Memoized#isolated isolated} method, can see.
 *
 * <p>A CDI bean, or a class with a public constructor without parameters. Called by many threads at once.
 *
 * <pre>{@code
 * @ApplicationScoped
 * public class CurrentTenant implements ContextValue<String> {
 *     @Inject TenantHolder holder; // request-scoped
 *
 *     public String name() { return "tenant"; }
 *     public String capture() { return holder.tenant(); }
 *     public void restore(String tenant) { holder.tenant(tenant); }
 * }
 * }</pre>
 *
 * @param <T> the type of the value: it has value equality, as an argument in a key has
 */
public interface ContextValue<T> {

    /**
     * What the value is: written into keys, so changing it makes another key.
     *
     * @return 1 to 100 characters; different from those of the other values of a method
     */
    String name();

    /**
     * The value for the call that this thread is in.
     *
     * @return null, or a blank text, when it is not there: the call then bypasses the cache. The same when this method
     *     throws
     */
    @Nullable
    T capture();

    /**
     * Puts a captured value into the fresh request context that is active on this thread, so that {@link #capture} and
     * the beans that the value came from give it again.
     *
     * @param value what {@link #capture} gave in the caller
     */
    void restore(T value);

    /**
     * Request-bound types that this value stands for: a bean that injects one of them may be memoized by methods that vary
     * by this value.
     *
     * @return default: none
     */
    default Set<Class<?>> covers() {
        return Set.of();
    }
}
