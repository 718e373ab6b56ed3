package dev.memoized.impl.engine;

import dev.memoized.CacheUse;
import dev.memoized.CallCounts;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.RefreshFailures;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.context.ActiveRequest;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.freshness.Judge;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.observe.Listeners;
import dev.memoized.impl.observe.Watches;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.refresh.OwnThreads;
import dev.memoized.impl.refresh.RefreshQueue;
import dev.memoized.impl.version.Versions;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** An engine and its parts, put together from what it is given. Thread-safe. */
public final class Memoization implements MemoizedMethods, AutoCloseable {
    /** The setting that fails calls which meet a value that was changed. */
    public static final String DETECT_MUTATION = "memoized.default.detect-mutation";

    private static final String REFRESHES_AT_MOST = "memoized.default.refreshes-at-most";
    private static final int REFRESHES_AT_MOST_DEFAULT = 1_000;
    private static final int ISOLATED_AT_MOST = 1_000;

    private final Watches watches = new Watches();
    private final RandomSource random;
    private final Listeners listeners;
    private final Engine engine;
    private final Contexts contexts;
    private final Switches switches;
    private final Invalidations invalidations;
    private final Memories memories;
    private final OwnedMemories owned;
    private final RefreshQueue<Landing> refreshes;
    private final OwnThreads isolated = new OwnThreads("memoized-isolated-", ISOLATED_AT_MOST);

    public Memoization(Seams seams) {
        TimeSource time = seams.time();
        FaultPoints faults = seams.faults();
        Log log = new Log();
        random = new QuietRandom(seams.random(), log);
        contexts = new Contexts(log);
        listeners = new Listeners(seams.listeners(), log);
        Answers answers = new Answers(time, watches);
        Refusals refusals = new Refusals();
        Chain chain = new Chain();
        Sites sites = new Sites(chain, watches, contexts);
        Setbacks setbacks = new Setbacks(time, random, log);
        Keeper keeper = new Keeper(time, faults, contexts, setbacks, log);
        Leader leader = new Leader(time, new Permits(time, refusals), keeper, chain, watches, faults);
        Steps steps = new Steps(time, leader, refusals, chain, faults);
        int refreshesAtMost = refreshesAtMost(seams.settings(), new Problems());
        refreshes =
                new RefreshQueue<>(seams.executor(), time, refreshesAtMost, Landing.Again.AGAIN, refusals.closing());
        Cold cold = new Cold(new Cold.Tools(time, answers, steps, refusals, sites, seams.executor()));
        Stale stale = new Stale(answers, setbacks, new Refresher(refreshes, leader, setbacks), steps, cold);
        ActiveRequest request = new ActiveRequest(seams.requests(), log);
        Versions versions = new Versions(request, time, contexts, log);
        switches = new Switches(request);
        owned = new OwnedMemories(request, time);
        Calls calls = new Calls(contexts, new Isolation(isolated, chain, time, refusals));
        Engine.Tools tools = new Engine.Tools(time, switches, contexts, versions, owned, log);
        engine = new Engine(tools, calls, answers, stale, cold);
        invalidations = new Invalidations(versions);
        memories = new Memories(time, PlanDraft.isDetectingMutation(seams.settings()), log);
    }

    /** The path of every call. */
    public Engine engine() {
        return engine;
    }

    /** What drops entries. */
    public Invalidations invalidations() {
        return invalidations;
    }

    /** What the computation on a thread may see. */
    public Contexts contexts() {
        return contexts;
    }

    /** Makes a method callable; methods of one backend, name and schema share their entries. */
    public MemoizedMethod open(MethodPlan plan, ObjectBackend backend) {
        Judge judge = new Judge(plan.limits(), random);
        return new MemoizedMethod(plan, judge, memories.open(plan, backend), listeners.of(plan.name()));
    }

    /**
     * The same of a method whose values live with a request or an instance.
     *
     * @param backend whose marks reach all of its values
     * @param stores opens stores with the same marks that only their opener knows
     */
    public MemoizedMethod openOwned(MethodPlan plan, ObjectBackend backend, Function<Namespace, Store<Object>> stores) {
        MemoizedMethod method = open(plan, backend);
        owned.add(plan, method.memory(), stores);
        return method;
    }

    /**
     * How many renewals may be queued or running.
     *
     * @param problems takes an unreadable setting; then the default holds
     */
    public static int refreshesAtMost(Settings settings, Problems problems) {
        String text = settings.find(REFRESHES_AT_MOST);
        if (text == null) {
            return REFRESHES_AT_MOST_DEFAULT;
        }
        try {
            int number = Integer.parseInt(text.trim());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException unreadable) {
            // told below, as a number that is too small
        }
        problems.add("configuration", WiringMessage.SETTING_UNREADABLE, text, REFRESHES_AT_MOST);
        return REFRESHES_AT_MOST_DEFAULT;
    }

    @Override
    public boolean awaitRefreshes(Duration atMost) throws InterruptedException {
        return refreshes.awaitIdle(atMost);
    }

    @Override
    public <R> Observed<R> observe(Callable<R> call) throws Exception {
        return watches.observe(call);
    }

    @Override
    public <R> CompletionStage<Observed<R>> observeAsync(Callable<? extends CompletionStage<R>> call) throws Exception {
        return watches.observeAsync(call);
    }

    @Override
    public CallCounts counts(String name) {
        return listeners.counts(name);
    }

    @Override
    public List<CallCounts> counts() {
        return listeners.counts();
    }

    @Override
    public RefreshFailures failures(String name) {
        return memories.failures(name);
    }

    @Override
    public <R> R bypassing(Callable<R> work) throws Exception {
        return switches.inside(CacheUse.BYPASS, work);
    }

    @Override
    public <R> R renewing(Callable<R> work) throws Exception {
        return switches.inside(CacheUse.RENEW, work);
    }

    @Override
    public void useInRequest(CacheUse use) {
        switches.inRequest(use);
    }

    /**
     * Forgets the renewals that are queued, takes no further ones, and gives up the isolated computations that are under
     * way; a second call does nothing. Calls still end: what they lead is theirs, and they compute what is not stored.
     */
    @Override
    public void close() {
        refreshes.close();
        isolated.close();
    }
}
