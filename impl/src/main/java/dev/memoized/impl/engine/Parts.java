package dev.memoized.impl.engine;

import dev.memoized.impl.context.ActiveRequest;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.observe.Listeners;
import dev.memoized.impl.observe.Watches;
import dev.memoized.impl.plan.CommonSettings;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.refresh.OwnThreads;
import dev.memoized.impl.refresh.RefreshQueue;
import dev.memoized.impl.version.Versions;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.RandomSource;
import dev.memoized.spi.TimeSource;

/**
 * The parts of an engine that its owner speaks to.
 *
 * @param engine the path of every call
 * @param invalidations drop entries
 * @param memories what is remembered
 * @param owned the same with requests and instances
 * @param around what surrounds calls
 * @param threads what runs behind them
 * @param random chance, safe to ask
 * @param tools what works for programs and annotations beside calls
 */
record Parts(
        Engine engine,
        Invalidations invalidations,
        Memories memories,
        OwnedMemories owned,
        Around around,
        Threads threads,
        RandomSource random,
        Tools tools) {
    private static final int ISOLATED_AT_MOST = 1_000;

    /** What surrounds calls. */
    record Around(
            Contexts contexts, Switches switches, Watches watches, Listeners listeners, Sites sites, Pending pending) {}

    /**
     * What works beside calls.
     *
     * @param handles of handles
     * @param changes of what changes the cache
     */
    record Tools(Handle.Tools handles, Changes.Tools changes) {}

    /** What runs apart from callers. */
    record Threads(RefreshQueue<Landing> refreshes, OwnThreads isolated) {}

    /** What works with the same calls. */
    private record Inner(Engine engine, OnDemand onDemand) {}

    /** What all of them share. */
    private record Base(Seams seams, Log log, Refusals refusals, Chain chain, RandomSource random) {
        TimeSource time() {
            return seams.time();
        }

        FaultPoints faults() {
            return seams.faults();
        }
    }

    /** Puts an engine together. */
    static Parts of(Seams seams, Forms forms, Transactions transactions) {
        Log log = new Log();
        Base base = new Base(seams, log, new Refusals(), new Chain(), new QuietRandom(seams.random(), log));
        ActiveRequest request = new ActiveRequest(seams.requests(), log);
        Around around = around(base, request, new Pending(transactions, seams.time()));
        int refreshesAtMost = new CommonSettings(seams.settings(), new Problems()).refreshesAtMost();
        Threads threads = new Threads(
                new RefreshQueue<>(
                        seams.executor(),
                        seams.time(),
                        refreshesAtMost,
                        Landing.Again.AGAIN,
                        base.refusals().closing()),
                new OwnThreads("memoized-isolated-", ISOLATED_AT_MOST));
        Versions versions = new Versions(request, seams.time(), around.contexts(), log);
        OwnedMemories owned = new OwnedMemories(request, seams.time());
        Inner inner = inner(base, around, threads, versions, owned);
        Handle.Tools handles = new Handle.Tools(seams.time(), around.contexts(), versions, owned, inner.onDemand());
        Invalidations invalidations = new Invalidations(versions);
        Changes.Tools changes = changes(base, around, invalidations, versions);
        Stores stores = new Stores(seams, forms, log);
        Memories memories = new Memories(seams.time(), stores);
        return new Parts(
                inner.engine(),
                invalidations,
                memories,
                owned,
                around,
                threads,
                base.random(),
                new Tools(handles, changes));
    }

    private static Changes.Tools changes(Base base, Around around, Invalidations invalidations, Versions versions) {
        Replacement.Tools replacements = new Replacement.Tools(base.time(), around.contexts(), versions);
        Current current = around.sites().current();
        return new Changes.Tools(invalidations, around.contexts(), around.pending(), replacements, current, base.log());
    }

    private static Around around(Base base, ActiveRequest request, Pending pending) {
        Contexts contexts = new Contexts(base.log());
        Watches watches = new Watches();
        Listeners listeners = new Listeners(base.seams().listeners(), base.log());
        Sites sites = new Sites(base.chain(), watches, contexts, new Current(base.time()));
        return new Around(contexts, new Switches(request), watches, listeners, sites, pending);
    }

    private static Inner inner(Base base, Around around, Threads threads, Versions versions, OwnedMemories owned) {
        TimeSource time = base.time();
        Answers answers = new Answers(time, around.watches());
        Setbacks setbacks = new Setbacks(time, base.random(), base.log());
        Leader leader = leader(base, around, setbacks);
        Steps steps = new Steps(time, leader, base.refusals(), base.chain(), base.faults());
        Cold cold = new Cold(new Cold.Tools(
                time,
                answers,
                steps,
                base.refusals(),
                around.sites(),
                base.seams().executor()));
        Refresher refresher = new Refresher(threads.refreshes(), leader, setbacks);
        Stale stale = new Stale(answers, setbacks, refresher, steps, cold);
        Isolation isolation = new Isolation(threads.isolated(), around.sites(), time, base.refusals());
        Calls calls = new Calls(around.contexts(), around.sites().current(), isolation);
        Engine engine =
                new Engine(new Engine.Tools(time, around, versions, owned, base.log()), calls, answers, stale, cold);
        return new Inner(engine, new OnDemand(new OnDemand.Tools(time, calls, steps, leader, refresher, base.log())));
    }

    private static Leader leader(Base base, Around around, Setbacks setbacks) {
        Keeper keeper = new Keeper(base.time(), base.faults(), around, setbacks, base.log());
        Permits permits = new Permits(base.time(), base.refusals());
        return new Leader(base.time(), permits, keeper, base.chain(), around.sites(), base.faults());
    }
}
