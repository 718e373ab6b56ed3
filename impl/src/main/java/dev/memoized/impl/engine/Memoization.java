package dev.memoized.impl.engine;

import dev.memoized.CallCounts;
import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import dev.memoized.impl.config.DurationText;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.observe.Listeners;
import dev.memoized.impl.observe.Watches;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.Switch;
import dev.memoized.impl.refresh.OwnThreads;
import dev.memoized.impl.refresh.RefreshQueue;
import dev.memoized.impl.version.Versions;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** An engine and its parts, put together from what it is given. Thread-safe. */
public final class Memoization implements MemoizedMethods, AutoCloseable {
    /** The setting that bounds a computation. */
    public static final String LONGEST_COMPUTATION = "memoized.longest-computation";

    /** The setting that fails calls which meet a value that was changed. */
    public static final String DETECT_MUTATION = "memoized.default.detect-mutation";

    private static final Duration LONGEST_COMPUTATION_DEFAULT = Duration.ofMinutes(5);
    private static final int REFRESHES_AT_MOST = 1_000;
    private static final int ISOLATED_AT_MOST = 1_000;

    private final Watches watches = new Watches();
    private final Listeners listeners;
    private final Engine engine;
    private final Contexts contexts;
    private final Invalidations invalidations;
    private final Memories memories;
    private final RefreshQueue refreshes;
    private final OwnThreads isolated = new OwnThreads("memoized-isolated-", ISOLATED_AT_MOST);

    public Memoization(Seams seams) {
        TimeSource time = seams.time();
        FaultPoints faults = seams.faults();
        Log log = new Log();
        Duration longest = longestComputation(seams.settings(), new Problems());
        contexts = new Contexts(log);
        listeners = new Listeners(seams.listeners(), log);
        Answers answers = new Answers(time, watches);
        Refusals refusals = new Refusals();
        Chain chain = new Chain();
        Sites sites = new Sites(chain, watches, contexts);
        Keeper keeper = new Keeper(time, faults, contexts, log);
        Leader leader = new Leader(time, new Permits(time, refusals, longest), keeper, chain, watches, faults);
        Steps steps = new Steps(time, leader, refusals, chain, faults);
        refreshes = new RefreshQueue(seams.executor(), time, REFRESHES_AT_MOST, longest);
        Stale stale = new Stale(answers, leader, new Refresher(refreshes, leader, log), sites, time, log);
        Cold cold = new Cold(new Cold.Tools(time, answers, steps, refusals, sites, seams.executor()));
        Versions versions = new Versions(seams.requests(), time, contexts, log);
        Calls calls = new Calls(contexts, new Isolation(isolated, chain, time, refusals, longest));
        engine = new Engine(new Engine.Tools(time, contexts, versions, log), calls, answers, stale, cold);
        invalidations = new Invalidations(versions);
        memories = new Memories(time, longest, isDetectingMutation(seams.settings(), new Problems()), log);
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
        return new MemoizedMethod(plan, memories.open(plan, backend), listeners.of(plan.name()));
    }

    /**
     * How long a computation may take, after which the next caller computes.
     *
     * @param problems takes an unreadable setting; then the default holds
     */
    public static Duration longestComputation(Settings settings, Problems problems) {
        String text = settings.find(LONGEST_COMPUTATION);
        if (text == null) {
            return LONGEST_COMPUTATION_DEFAULT;
        }
        return DurationText.read(text).filter(duration -> !duration.isZero()).orElseGet(() -> {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, text, LONGEST_COMPUTATION);
            return LONGEST_COMPUTATION_DEFAULT;
        });
    }

    /**
     * Whether values are watched for changes: for tests.
     *
     * @param problems takes an unreadable setting
     */
    public static boolean isDetectingMutation(Settings settings, Problems problems) {
        return Switch.isOn(DETECT_MUTATION, settings, problems);
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

    /** Gives up the isolated computations that are under way; a second call does nothing. */
    @Override
    public void close() {
        isolated.close();
    }
}
