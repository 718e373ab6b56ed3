package dev.memoized;

import static java.lang.annotation.ElementType.METHOD;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Remembers this method's result as that of a memoized one, once it has succeeded: for the arguments of the key and the
 * context of this call. What is remembered for these arguments in other contexts is dropped. Where a transaction is active
 * at the method's end this happens when it has been committed, and until then its calls compute for themselves.
 *
 * <pre>{@code
 * @CachePut(name = "book", key = "book.id")
 * public Book save(Book book) { ... }
 * }</pre>
 *
 * <p>The result is that of a computation which began when this method was called: whoever has changed or dropped the entry
 * since has the last word. Then, and where the result is not to be stored ({@link Memoized#cacheIf}, a context value that
 * is not there, a backend that cannot tell), all is dropped that the entry was for, as by {@link CacheInvalidate}. Inside of
 * the method {@link CurrentComputation} speaks of the result; nothing is {@linkplain CurrentComputation#remembered()
 * remembered} there, and {@link CurrentComputation#notModified()} throws {@link IllegalStateException}. Values that live with requests or instances cannot be put.
 */
@Documented
@CacheChange
@InterceptorBinding
@Target(METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CachePut {

    /**
     * The name of the memoized method, see {@link Memoized#name}. Its values are of this method's type.
     *
     * @return not empty
     */
    @Nonbinding
    String name();

    /**
     * Paths to the arguments of the key, as {@link CacheInvalidate#key} has them, but none to {@code result}: the key is
     * claimed before the method runs.
     *
     * @return default: this method's parameters that are marked {@link CacheKey}, else all
     */
    @Nonbinding
    String[] key() default {};
}
