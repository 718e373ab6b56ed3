package dev.memoized;

import static java.lang.annotation.ElementType.ANNOTATION_TYPE;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Remembers the result of a CDI bean's method for its arguments.
 *
 * <pre>{@code
 * @Memoized(refreshAfter = "1m", expireAfter = "1h")
 * public List<Book> topBooks(String language) { ... }
 * }</pre>
 *
 * <p>A value younger than {@link #refreshAfter} is served. Between {@code refreshAfter} and {@link #expireAfter} it is
 * served at once and renewed behind the caller. An older one is gone: one caller computes, on its own thread, and those
 * who come meanwhile do as {@link #whenCold} says. Exceptions are never remembered, {@code null} is.
 *
 * <p>On a class it covers the public methods that return something and are neither static nor final nor producers,
 * disposers, observers, lifecycle callbacks, overrides of {@link Object}'s methods, {@link NotMemoized},
 * {@link CacheInvalidate} or {@link CachePut}; the other methods run as if it were not there.
 *
 * <p>An annotation of your own may carry it, when it is an {@link InterceptorBinding}, too, or a stereotype. What stands
 * nearest holds: on the method before on the class, itself before carried.
 *
 * <p>A value is shared by all its callers: treat it as immutable. Only calls through the bean's proxy are memoized;
 * whether {@code this.method()} is one depends on the container.
 *
 * <p>Durations are written {@code "90s"}, {@code "1h30m"}, {@code "500ms"}, {@code "PT1H"} or {@code "${key:1h}"}
 * (the value of the configuration key, else what follows the colon). Wrong use fails the deployment.
 */
@Documented
@Inherited
@InterceptorBinding
@Target({METHOD, TYPE, ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Memoized {

    /**
     * The namespace: first part of every key and the method's name in configuration, listeners and logs. Two methods
     * with one explicit name share their entries; their result and key types must be equal. On a class it is a prefix,
     * followed by a dot and the method's name and parameter types.
     *
     * @return default {@code com.acme.Books.topBooks(java.lang.String)}, made of the bean class and the method
     */
    @Nonbinding
    String name() default "";

    /**
     * From this age on a value is stale: still served, and renewed. A value exactly this old is fresh.
     *
     * @return a duration counted from the start of the computation; default: values never become stale. {@code "0s"}
     *     serves and renews at each call, which the log warns of
     */
    @Nonbinding
    String refreshAfter() default "";

    /**
     * A value older than this is gone.
     *
     * @return a duration counted from the start of the computation, longer than {@link #refreshAfter}, or
     *     {@code "forever"}; default 5 minutes
     */
    @Nonbinding
    String expireAfter() default "";

    /**
     * Who renews a stale value.
     *
     * @return default: a thread behind the caller
     */
    @Nonbinding
    Refresh refresh() default Refresh.BACKGROUND;

    /**
     * How long the caller of a stale value waits for the renewal that it handed over, or that is under way, before it
     * takes the stale value.
     *
     * @return a duration greater than zero; default: it does not wait. Not with {@link Refresh#CALLER}. Inside of another
     *     computation a renewal that is still queued is not waited for
     */
    @Nonbinding
    String waitForRefresh() default "";

    /**
     * From this age on a stale value is served only when there is no better one: the call does as if there were none, and
     * the stale value stands in for a failure, for {@link ColdCacheException}, and while a back-off lasts.
     *
     * @return a duration between {@link #refreshAfter} and {@link #expireAfter}; default: stale values are served at once
     */
    @Nonbinding
    String waitAfter() default "";

    /**
     * The share of {@link #refreshAfter} from which on a value is renewed behind its callers although it is fresh.
     *
     * @return between 0 and 1, such as 0.8; default 0: not before it is stale. Not with {@link Refresh#CALLER}
     */
    @Nonbinding
    double eagerRefresh() default 0;

    /**
     * How early a value may be renewed by chance behind its callers, so that they do not all meet it stale at once: in a
     * call the probability grows as its age comes nearer to {@link #refreshAfter}, else to {@link #expireAfter}, and with
     * the time that its computation took (XFetch, by Vattani, Chierichetti and Lowenstein).
     *
     * @return the factor of the computation time; 1 is the usual one, more is earlier; default 0: never. Not with
     *     {@link Refresh#CALLER}
     */
    @Nonbinding
    double earlyRefresh() default 0;

    /**
     * Among whom a key is computed once at a time: all who share the backend, or the callers in this JVM. A backend that
     * nobody shares makes no difference.
     *
     * @return default: all who share the backend
     */
    @Nonbinding
    SingleFlight singleFlight() default SingleFlight.SHARED;

    /**
     * What a caller does that finds no servable value while another one computes it.
     *
     * @return default: it waits, at most {@link #waitAtMost}
     */
    @Nonbinding
    WhenCold whenCold() default WhenCold.WAIT;

    /**
     * The bound of {@link WhenCold#WAIT}, after which the caller gets a {@link ColdCacheException}, or the stale value if
     * there is one.
     *
     * @return a duration greater than zero; default 30 seconds
     */
    @Nonbinding
    String waitAtMost() default "";

    /**
     * What a caller gets whose computation failed, or the one that it waited for, while there is a stale value; and what
     * becomes of a call whose version source failed.
     *
     * @return default: the stale value, and of a versioned method whatever the limits allow
     */
    @Nonbinding
    OnError onError() default OnError.SERVE_STALE;

    /**
     * The facts of the request that the result depends on. They are in the key, and are all of the request that a refresh
     * sees; with {@link #isolated} all that any computation sees. A call for which one of them is not there bypasses the
     * cache.
     *
     * @return default: none
     */
    @Nonbinding
    Class<? extends ContextValue<?>>[] varyBy() default {};

    /**
     * Types bound to a request, session or identity that the bean reaches by its injection points and the result does not
     * depend on: without being named here, or {@linkplain ContextValue#covers covered}, they fail the deployment. A
     * {@link ContextValue} named here may vary methods that the computation calls.
     *
     * @return default: none
     */
    @Nonbinding
    Class<?>[] independentOf() default {};

    /**
     * Whether cold calls too compute on a thread of their own, in a fresh request context with nothing but the values of
     * {@link #varyBy}: outside of the caller's transaction and identity, so that nothing undeclared can get into a value.
     * The caller waits, at most {@code memoized.longest-computation}.
     *
     * @return default: {@code memoized.default.isolated}, false out of the box; on the caller's thread
     */
    @Nonbinding
    boolean isolated() default false;

    /**
     * Tells which version the data has; entries of another version are never served. Found or made like
     * {@link #keyGenerator}.
     *
     * @return default: there are no versions
     */
    @Nonbinding
    Class<? extends VersionSource> versionedBy() default VersionSource.None.class;

    /**
     * A part of the key that you change when the meaning or form of the values changes: entries of another schema are
     * not seen.
     *
     * @return default: none
     */
    @Nonbinding
    String schema() default "";

    /**
     * Makes the object that stands for the arguments in the key. A CDI bean of that class if there is one, else an
     * instance made by its public constructor without parameters.
     *
     * @return default: the parameters marked {@link CacheKey}, else all that are not marked {@link CacheKeyIgnore}
     */
    @Nonbinding
    Class<? extends KeyGenerator> keyGenerator() default KeyGenerator.Default.class;

    /**
     * Decides whether a computed result is remembered. Found or made like {@link #keyGenerator}.
     *
     * @return default: every result is, {@code null} too
     */
    @Nonbinding
    Class<? extends CacheIf> cacheIf() default CacheIf.Always.class;

    /**
     * Words by which entries of several methods are dropped together: {@code "books"}, {@code "author:{book.author.id}"}. A
     * path in braces leads from a parameter to a text, a whole number, an enum, a date or the like: see
     * {@link CacheInvalidate}. A tag in which a path leads to null is left out. The computation may add more.
     *
     * @return at most 1,000 characters each, once paths are replaced; default: none
     */
    @Nonbinding
    String[] tags() default {};

    /**
     * The name of a {@link Backend @Backend} bean that keeps the entries. Instead of it one qualifier may stand beside
     * {@code @Memoized} on a method.
     *
     * <p>Two names choose no bean. {@code "request"}: the values live with the request, which
     * {@link dev.memoized.spi.RequestStore} tells, and are for nobody else; outside of requests calls bypass the cache.
     * {@code "instance"}: they live with the instance of the bean, as long as it does if {@link #expireAfter} says
     * nothing else, and are for its callers only. Both are never renewed, isolated or versioned, and an invalidation
     * reaches all of them.
     *
     * @return default: the {@link dev.memoized.spi.CacheBackend} bean without a qualifier, else memory
     */
    @Nonbinding
    String backend() default "";
}
