package dev.memoized;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;

import dev.memoized.spi.InvalidationMode;
import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Drops what is remembered and no longer true once this method has succeeded: when it returns, or when the stage that it
 * returns completes. A method that throws drops nothing. What was being computed meanwhile is not stored.
 *
 * <pre>{@code
 * @CacheInvalidate(name = "book", key = "book.id")
 * @CacheInvalidate(tags = "author:{book.author.id}")
 * public void save(Book book) { ... }
 * }</pre>
 *
 * <p>It says one of three: the {@link #key} of one entry of a memoized method, which may be left out where this method's
 * parameters are that method's; {@link #all} of a method; or {@link #tags}.
 *
 * <p>A path leads from a parameter to a value: {@code "id"} is the parameter of that name (the class must be compiled with
 * {@code -parameters}), {@code "0"} the first one, {@code "result"} what the method returned; {@code ".author.id"} goes on by
 * a record's component, a getter or a public field. A null on the way makes the value null.
 *
 * <p>An annotation of your own may carry it, when it is an {@link InterceptorBinding}, too.
 *
 * <p>Only calls through the bean's proxy count. Wrong use fails the deployment. When a path fails at run time, all that it
 * may have meant is dropped: the namespace, for a tag all namespaces; the log tells it once.
 */
@Documented
@CacheChange
@InterceptorBinding
@Repeatable(CacheInvalidations.class)
@Target({METHOD, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CacheInvalidate {

    /**
     * The name of the memoized method, see {@link Memoized#name}.
     *
     * @return needed but for {@link #tags}
     */
    @Nonbinding
    String name() default "";

    /**
     * Paths to the arguments of the memoized method that are in its key, in their order. Their types must be the same: a
     * {@code long} is not an {@code int}.
     *
     * @return default: this method's parameters that are marked {@link CacheKey}, else all
     */
    @Nonbinding
    String[] key() default {};

    /**
     * Tags of entries of any method, with paths in braces as in {@link Memoized#tags}. A tag in which a path leads to null
     * is no tag.
     *
     * @return default: none
     */
    @Nonbinding
    String[] tags() default {};

    /**
     * Whether all entries of the memoized method are meant.
     *
     * @return default: those of the key
     */
    @Nonbinding
    boolean all() default false;

    /**
     * Whether the entry is meant in all contexts, or only in that of this call.
     *
     * @return default: in all
     */
    @Nonbinding
    Contexts contexts() default Contexts.ALL;

    /**
     * When it is dropped.
     *
     * @return default: when the transaction has been committed that is active at the method's end; at once without one.
     *     Until that transaction ends, what it named is computed anew for itself by each of its calls, and not stored
     */
    @Nonbinding
    When when() default When.AFTER_COMMIT;

    /**
     * Whether entries are gone, or stale: served, and renewed.
     *
     * @return default: gone
     */
    @Nonbinding
    InvalidationMode mode() default InvalidationMode.HARD;

    /** The entries of which contexts. */
    enum Contexts {
        /** Of all values of {@link Memoized#varyBy}. */
        ALL,
        /** Of those that this call is made with. */
        CURRENT
    }

    /** When a change is made. */
    enum When {
        /** When the transaction has been committed, if there is one. */
        AFTER_COMMIT,
        /** As soon as the method has succeeded. */
        AFTER_SUCCESS
    }
}
