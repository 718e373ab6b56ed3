package dev.memoized;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.TimeSource;
import dev.memoized.spi.ValueCodec;
import java.util.Iterator;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers results without CDI: of functions, and of methods of objects that nobody may touch. The same engine as behind
 * {@link Memoized}, on the same {@linkplain MemoizedTerms terms}. Thread-safe.
 *
 * <pre>{@code
 * try (Memoizer memoizer = Memoizer.builder().terms(MemoizedTerms.defaults().expireAfter(Duration.ofHours(1))).build()) {
 *     Function<String, Price> price = memoizer.function("price", shop::price);
 *     Legacy legacy = memoizer.attach("legacy", Legacy.class, found, "load", "list(int)");
 * }
 * }</pre>
 *
 * <p>A name is the first part of every key, and the name in configuration ({@code memoized.method."price".expire-after}),
 * counters and logs. It stands for one function or object: attaching another one, or the same one again, replaces the first.
 * What that has remembered is dropped, the computations that are under way are not stored, and who still holds on to it calls
 * the original. Two names never share an entry; two memoizers do, if they have one backend.
 *
 * <p>A value is shared by all its callers: treat it as immutable. Renewals run on threads where nothing of the caller's is
 * seen.
 */
public interface Memoizer extends AutoCloseable {

    /**
     * A builder that was told nothing: entries are kept in memory.
     *
     * @return immutable
     * @throws IllegalStateException when the engine is not there
     */
    static Builder builder() {
        Provider provider = providerFrom(Memoizer.class.getClassLoader());
        if (provider == null) {
            provider = providerFrom(Thread.currentThread().getContextClassLoader());
        }
        if (provider == null) {
            throw new IllegalStateException("there is no engine; add the artifact dev.memoized:memoized-impl");
        }
        return provider.builder();
    }

    private static @Nullable Provider providerFrom(@Nullable ClassLoader loader) {
        try {
            Iterator<Provider> found =
                    ServiceLoader.load(Provider.class, loader).iterator();
            return found.hasNext() ? found.next() : null;
        } catch (ServiceConfigurationError ofAnotherLoader) {
            return null; // a library of its own beside this one
        }
    }

    /**
     * The same memoizer on other terms: names, entries and {@link #close} are those of this one.
     *
     * @param terms what they do not say stays
     * @return a view
     */
    Memoizer with(MemoizedTerms terms);

    /**
     * A function whose results are remembered.
     *
     * @param name 1 to 200 characters, without parentheses and quotes
     * @param function called on the caller's thread, and in renewals on another one
     * @param <T> the type of the argument, which must have value equality
     * @param <R> the type of the result
     * @return throws what the function throws, and {@link ColdCacheException}
     * @throws WrongUseException when name, terms or configuration make no sense
     */
    <T, R> Function<T, R> function(String name, Function<? super T, ? extends R> function);

    /**
     * The same of two arguments.
     *
     * @param name see {@link #function}
     * @param function see {@link #function}
     * @param <T> the type of the first argument
     * @param <U> the type of the second argument
     * @param <R> the type of the result
     * @return see {@link #function}
     * @throws WrongUseException see {@link #function}
     */
    <T, U, R> BiFunction<T, U, R> biFunction(String name, BiFunction<? super T, ? super U, ? extends R> function);

    /**
     * The same without arguments: one entry.
     *
     * @param name see {@link #function}
     * @param supplier see {@link #function}
     * @param <R> the type of the result
     * @return see {@link #function}
     * @throws WrongUseException see {@link #function}
     */
    <R> Supplier<R> supplier(String name, Supplier<? extends R> supplier);

    /**
     * The same that may throw checked exceptions.
     *
     * @param name see {@link #function}
     * @param callable see {@link #function}
     * @param <R> the type of the result
     * @return see {@link #function}
     * @throws WrongUseException see {@link #function}
     */
    <R> Callable<R> callable(String name, Callable<? extends R> callable);

    /**
     * A function of stages: what they complete with is remembered, callers get copies, and no thread waits.
     *
     * @param name see {@link #function}
     * @param function see {@link #function}
     * @param <T> the type of the argument
     * @param <R> the type of the stage's value
     * @return see {@link #function}
     * @throws WrongUseException see {@link #function}
     */
    <T, R> Function<T, CompletionStage<R>> functionAsync(
            String name, Function<? super T, ? extends CompletionStage<R>> function);

    /**
     * The same without arguments.
     *
     * @param name see {@link #function}
     * @param supplier see {@link #function}
     * @param <R> the type of the stage's value
     * @return see {@link #function}
     * @throws WrongUseException see {@link #function}
     */
    <R> Supplier<CompletionStage<R>> supplierAsync(String name, Supplier<? extends CompletionStage<R>> supplier);

    /**
     * Stands in for an object, and remembers what some of its methods return; the others go through. A method's namespace is
     * the name, a dot and its signature: {@code legacy.list(int)}. {@link CacheKey} and {@link CacheKeyIgnore} on the
     * interface's parameters are heard.
     *
     * <p>What the object throws comes out as it is. A checked exception that the interface's method does not declare (of a
     * language that does not check them) cannot: it is the cause of a {@link java.lang.reflect.UndeclaredThrowableException},
     * of the other methods, too, and at each call, whether it computes or waits.
     *
     * @param name see {@link #function}
     * @param type an interface that the object has
     * @param object the original; of what was attached before, the one behind it
     * @param methods of the interface: {@code "load"}, or {@code "load(java.lang.String,int)"} where there are several
     * @param <T> the interface
     * @return what to call instead of the object
     * @throws WrongUseException when the object has not the interface; when there is no such method, more than one, one whose
     *     result cannot be remembered, or one that is {@link Object}'s, even if the interface declares it
     */
    <T> T attach(String name, Class<T> type, T object, String... methods);

    /**
     * The same with terms for each method.
     *
     * @param name see {@link #function}
     * @param type an interface that the object has
     * @param object the original
     * @param methods of the interface, each with its terms; what these do not say is this memoizer's
     * @param <T> the interface
     * @return what to call instead of the object
     * @throws WrongUseException see {@link #attach(String, Class, Object, String...)}
     */
    <T> T attach(String name, Class<T> type, T object, Map<String, MemoizedTerms> methods);

    /**
     * Drops what is remembered under a name, and lets go of the function or object that it stands for.
     *
     * @param name see {@link #function}
     * @return whether it stood for one
     */
    boolean detach(String name);

    /**
     * What is remembered, by program: handles of calls, counters, {@code clear}.
     *
     * @return of all that is attached now
     */
    MemoizedMethods memoized();

    /**
     * The running computation, as it speaks of its own value.
     *
     * @return the same for all
     */
    CurrentComputation current();

    /**
     * Drops all entries that have one of these tags, and voids their computations.
     *
     * @param tags as {@link MemoizedTerms#tags} made them
     */
    void invalidateTags(String... tags);

    /**
     * Drops what is kept in memory and ends all threads; from now on the originals are called. A backend, executor or clock
     * that was given is not closed. A second call does nothing.
     */
    @Override
    void close();

    /** What a memoizer is made of. Immutable: each method returns another builder. */
    interface Builder {

        /**
         * On which terms it remembers if nothing else is said.
         *
         * @param terms instead of those before
         * @return another builder
         */
        Builder terms(MemoizedTerms terms);

        /**
         * Where entries are kept, all of them: in memory out of the box. The backends that configuration makes
         * ({@code memoized.backend.<name>.type}) are those of CDI applications: a memoizer neither makes nor chooses one by its
         * name, and a setting {@code backend} of a method does not move its entries. The settings of
         * {@code memoized.backend.default} are heard.
         *
         * @param backend is not closed by the memoizer
         * @return another builder
         */
        Builder backend(CacheBackend backend);

        /**
         * Where renewals run: out of the box on a few daemon threads of its own.
         *
         * @param executor must not run them on the thread that hands them over
         * @return another builder
         */
        Builder executor(Executor executor);

        /**
         * The clock, for tests.
         *
         * @param time out of the box the machine's
         * @return another builder
         */
        Builder time(TimeSource time);

        /**
         * Who hears how calls end, beside those that were given before.
         *
         * @param listener called on callers' threads
         * @return another builder
         */
        Builder listener(CacheListener listener);

        /**
         * How values become bytes, beside those that were given before.
         *
         * @param codec chosen by the setting {@code codec}
         * @return another builder
         */
        Builder codec(ValueCodec codec);

        /**
         * The memoizer.
         *
         * @return to be closed
         * @throws WrongUseException when the backend keeps neither objects nor bytes
         */
        Memoizer build();
    }

    /**
     * Where {@link Memoizer#builder} gets its builder from: the engine. Found by the {@link ServiceLoader}; nobody else needs
     * to implement it. Thread-safe.
     */
    @FunctionalInterface
    interface Provider {

        /**
         * A builder that was told nothing.
         *
         * @return immutable
         */
        Builder builder();
    }
}
