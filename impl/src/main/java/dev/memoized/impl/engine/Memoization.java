package dev.memoized.impl.engine;

import dev.memoized.CacheUse;
import dev.memoized.CallCounts;
import dev.memoized.Counters;
import dev.memoized.CurrentComputation;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import dev.memoized.Observed;
import dev.memoized.RefreshFailures;
import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.freshness.Judge;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.ValueCodec;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An engine and its parts, put together from what it is given. Thread-safe. */
public final class Memoization implements MemoizedMethods, AutoCloseable {
    /** The setting that fails calls which meet a value that was changed. */
    public static final String DETECT_MUTATION = "memoized.default.detect-mutation";

    private final Parts parts;
    private final Recorder recorder = new Recorder();
    private final Handles handles;
    private final Changes changes;

    /** One with the library's codecs. */
    public Memoization(Seams seams) {
        this(seams, List.of(), List::of, Transactions.NONE);
    }

    /**
     * One with more.
     *
     * @param codecs the application's
     * @param entrances all methods, in the order of their names
     * @param transactions that changes of the cache wait for
     */
    public Memoization(
            Seams seams,
            List<? extends ValueCodec> codecs,
            Supplier<List<Entrance>> entrances,
            Transactions transactions) {
        this.parts = Parts.of(seams, new Forms(new Codecs(() -> codecs)), transactions);
        this.handles = new Handles(parts.tools().handles(), recorder, parts.invalidations(), entrances);
        this.changes = new Changes(entrances, parts.tools().changes());
    }

    /** The path of every call. */
    public Engine engine() {
        return parts.engine();
    }

    /** What doors give calls to that are to be recorded only. */
    public Recorder recorder() {
        return recorder;
    }

    /** What drops entries. */
    public Invalidations invalidations() {
        return parts.invalidations();
    }

    /** What methods change in the cache when they succeed. */
    public Changes changes() {
        return changes;
    }

    /** What the computation on a thread may see. */
    public Contexts contexts() {
        return parts.around().contexts();
    }

    /** What the computation on a thread says of its value. */
    public CurrentComputation currentComputation() {
        return parts.around().sites().current();
    }

    /** A task as it runs on another thread, as if it were where this thread is now: inside of the same computations. */
    public Runnable here(Runnable task) {
        Sites.Site site = parts.around().sites().here();
        return () -> site.resume(task);
    }

    /** Makes a method callable; methods of one backend, name and schema share their entries. */
    public MemoizedMethod open(MethodPlan plan, CacheBackend backend) {
        return open(plan, backend, new Values(plan.valueType(), false));
    }

    /** The same where something else is remembered than the plan's method says. */
    public MemoizedMethod open(MethodPlan plan, CacheBackend backend, Values values) {
        Judge judge = values.ofProgram()
                ? Judge.ofEndless(plan.limits(), parts.random())
                : new Judge(plan.limits(), parts.random());
        Memory memory = parts.memories().open(plan, backend, values);
        return new MemoizedMethod(
                plan, judge, memory, parts.around().listeners().of(plan.name()));
    }

    /**
     * The same of a method whose values live with a request or an instance.
     *
     * @param backend whose marks reach all of its values
     * @param stores opens stores with the same marks that only their opener knows
     */
    public MemoizedMethod openOwned(MethodPlan plan, CacheBackend backend, Function<Namespace, Store<Object>> stores) {
        MemoizedMethod method = open(plan, backend);
        parts.owned().add(plan, method.memory(), stores);
        return method;
    }

    @Override
    public List<MethodDescription> methods() {
        return handles.methods();
    }

    @Override
    public <R> MemoizedEntry<R> entry(Callable<R> call) {
        return handles.entry(call, ResultShape.PLAIN);
    }

    @Override
    public <R> MemoizedEntry<R> entryAsync(Callable<? extends CompletionStage<R>> call) {
        return handles.entry(call, ResultShape.STAGE);
    }

    @Override
    public MemoizedEntry<Object> entry(String name, @Nullable Object... arguments) {
        return handles.entry(name, arguments);
    }

    @Override
    public void clear(String name) {
        handles.clear(name);
    }

    @Override
    public boolean awaitRefreshes(Duration atMost) throws InterruptedException {
        return parts.threads().refreshes().awaitIdle(atMost);
    }

    @Override
    public <R> Observed<R> observe(Callable<R> call) throws Exception {
        return parts.around().watches().observe(call);
    }

    @Override
    public <R> CompletionStage<Observed<R>> observeAsync(Callable<? extends CompletionStage<R>> call) throws Exception {
        return parts.around().watches().observeAsync(call);
    }

    @Override
    public CallCounts counts(String name) {
        return parts.around().listeners().counts(name);
    }

    @Override
    public List<CallCounts> counts() {
        return parts.around().listeners().counts();
    }

    @Override
    public Counters counters(String name) {
        return parts.memories().counters(name);
    }

    /** The same of one backend. */
    public Counters counters(CacheBackend backend, String name) {
        return parts.memories().counters(backend, name);
    }

    /** Begins to count anew. */
    public void resetCounters(CacheBackend backend, String name) {
        parts.memories().resetCounters(backend, name);
    }

    @Override
    public RefreshFailures failures(String name) {
        return parts.memories().failures(name);
    }

    @Override
    public <R> R bypassing(Callable<R> work) throws Exception {
        return parts.around().switches().inside(CacheUse.BYPASS, work);
    }

    @Override
    public <R> R renewing(Callable<R> work) throws Exception {
        return parts.around().switches().inside(CacheUse.RENEW, work);
    }

    @Override
    public void useInRequest(CacheUse use) {
        parts.around().switches().inRequest(use);
    }

    /**
     * Forgets the renewals that are queued, takes no further ones, and gives up the isolated computations that are under
     * way; a second call does nothing. Calls still end: what they lead is theirs, and they compute what is not stored.
     */
    @Override
    public void close() {
        parts.threads().refreshes().close();
        parts.threads().isolated().close();
        parts.memories().close();
    }
}
