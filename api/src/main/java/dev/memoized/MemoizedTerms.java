package dev.memoized;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * On which terms a {@link Memoizer} remembers: the members of {@link Memoized}, by their names. What is not said is as the
 * annotation has it, and configuration is heard as for a method of that name. Immutable: each method returns other terms.
 *
 * <pre>{@code
 * MemoizedTerms.defaults().refreshAfter(Duration.ofMinutes(1)).expireAfter(Duration.ofHours(1))
 * }</pre>
 */
public final class MemoizedTerms {
    private static final MemoizedTerms DEFAULTS = new MemoizedTerms(Map.of());

    private final Map<String, Object> told;

    private MemoizedTerms(Map<String, Object> told) {
        this.told = Map.copyOf(told);
    }

    /**
     * Terms that say nothing.
     *
     * @return where all others begin
     */
    public static MemoizedTerms defaults() {
        return DEFAULTS;
    }

    private MemoizedTerms with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(told);
        more.put(member, value);
        return new MemoizedTerms(more);
    }

    private MemoizedTerms with(String member, Duration duration) {
        return with(member, duration.equals(Cache.FOREVER) ? "forever" : duration.toString());
    }

    /**
     * These terms, and where they say nothing, the others.
     *
     * @param others for the rest
     * @return terms that say what either says
     */
    public MemoizedTerms or(MemoizedTerms others) {
        Map<String, Object> all = new LinkedHashMap<>(others.told);
        all.putAll(told);
        return new MemoizedTerms(all);
    }

    /**
     * From this age on a value is stale: {@link Memoized#refreshAfter}.
     *
     * @param age counted from the start of the computation
     * @return other terms
     */
    public MemoizedTerms refreshAfter(Duration age) {
        return with("refreshAfter", age);
    }

    /**
     * A value older than this is gone: {@link Memoized#expireAfter}.
     *
     * @param age counted from the start of the computation, greater than zero; {@link Cache#FOREVER} for never
     * @return other terms
     */
    public MemoizedTerms expireAfter(Duration age) {
        return with("expireAfter", age);
    }

    /**
     * Who renews a stale value: {@link Memoized#refresh}.
     *
     * @param refresh a thread behind the caller, or the caller
     * @return other terms
     */
    public MemoizedTerms refresh(Refresh refresh) {
        return with("refresh", refresh);
    }

    /**
     * How long the caller of a stale value waits for its renewal: {@link Memoized#waitForRefresh}.
     *
     * @param atMost greater than zero
     * @return other terms
     */
    public MemoizedTerms waitForRefresh(Duration atMost) {
        return with("waitForRefresh", atMost);
    }

    /**
     * From this age on a stale value is served only when there is no better one: {@link Memoized#waitAfter}.
     *
     * @param age between both limits
     * @return other terms
     */
    public MemoizedTerms waitAfter(Duration age) {
        return with("waitAfter", age);
    }

    /**
     * The share of {@code refreshAfter} from which on a fresh value is renewed: {@link Memoized#eagerRefresh}.
     *
     * @param share between 0 and 1
     * @return other terms
     */
    public MemoizedTerms eagerRefresh(double share) {
        return with("eagerRefresh", share);
    }

    /**
     * How early a value may be renewed by chance: {@link Memoized#earlyRefresh}.
     *
     * @param factor of the computation time
     * @return other terms
     */
    public MemoizedTerms earlyRefresh(double factor) {
        return with("earlyRefresh", factor);
    }

    /**
     * Among whom one computes: {@link Memoized#singleFlight}.
     *
     * @param singleFlight all who share the backend, or this JVM
     * @return other terms
     */
    public MemoizedTerms singleFlight(SingleFlight singleFlight) {
        return with("singleFlight", singleFlight);
    }

    /**
     * What a caller does while another one computes: {@link Memoized#whenCold}.
     *
     * @param whenCold wait, fail, or compute too
     * @return other terms
     */
    public MemoizedTerms whenCold(WhenCold whenCold) {
        return with("whenCold", whenCold);
    }

    /**
     * How long it waits: {@link Memoized#waitAtMost}.
     *
     * @param atMost greater than zero
     * @return other terms
     */
    public MemoizedTerms waitAtMost(Duration atMost) {
        return with("waitAtMost", atMost);
    }

    /**
     * What becomes of failures while there is a stale value: {@link Memoized#onError}.
     *
     * @param onError serve it, or throw
     * @return other terms
     */
    public MemoizedTerms onError(OnError onError) {
        return with("onError", onError);
    }

    /**
     * Cold calls compute on a thread of their own, where nothing of the caller's is seen: {@link Memoized#isolated}.
     *
     * @return other terms
     */
    public MemoizedTerms isolated() {
        return with("isolated", true);
    }

    /**
     * Tells which version the data has: {@link Memoized#versionedBy}.
     *
     * @param source called by many threads at once
     * @return other terms
     */
    public MemoizedTerms versionedBy(VersionSource source) {
        return with("versionedBy", source);
    }

    /**
     * A part of the key: {@link Memoized#schema}.
     *
     * @param schema at most 100 characters
     * @return other terms
     */
    public MemoizedTerms schema(String schema) {
        return with("schema", schema);
    }

    /**
     * Makes the object that stands for the arguments: {@link Memoized#keyGenerator}.
     *
     * @param generator called by many threads at once
     * @return other terms
     */
    public MemoizedTerms keyGenerator(KeyGenerator generator) {
        return with("keyGenerator", generator);
    }

    /**
     * Decides whether a result is remembered: {@link Memoized#cacheIf}.
     *
     * @param condition called by many threads at once
     * @return other terms
     */
    public MemoizedTerms cacheIf(CacheIf condition) {
        return with("cacheIf", condition);
    }

    /**
     * Words by which entries are dropped together, see {@link Memoizer#invalidateTags}: {@link Memoized#tags}.
     *
     * @param tags such as {@code "books"}; paths such as {@code "author:{0.id}"} are for methods of an interface, where the
     *     types are known: a function says them by {@link CurrentComputation#tag}
     * @return other terms
     */
    public MemoizedTerms tags(String... tags) {
        return with("tags", List.of(tags));
    }

    /**
     * How many entries there may be, where the backend is in memory. The first attachment of a name decides.
     *
     * @param entries greater than zero; out of the box 10,000
     * @return other terms
     */
    public MemoizedTerms maximumSize(int entries) {
        return with("maximumSize", entries);
    }

    /**
     * The type of the values, where a function does not tell it and the backend keeps bytes.
     *
     * @param type without arguments of its own
     * @return other terms
     */
    public MemoizedTerms of(Class<?> type) {
        return with("type", type);
    }

    /**
     * The same for a type with arguments.
     *
     * @param type such as {@code new TypeOf<List<Book>>() {}}
     * @return other terms
     */
    public MemoizedTerms of(TypeOf<?> type) {
        Type told = type.type();
        return with("type", told);
    }

    /**
     * What was said, for the engine.
     *
     * @return by the names of the annotation's members; durations and tags as texts; unmodifiable
     */
    public Map<String, Object> told() {
        return told;
    }
}
