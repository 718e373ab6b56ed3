package dev.memoized.impl.engine;

import dev.memoized.impl.flight.Chain;
import dev.memoized.impl.flight.Flight;
import dev.memoized.impl.flight.Landing;
import dev.memoized.impl.flight.Landing.Again;
import dev.memoized.spi.Entry;
import dev.memoized.spi.FaultPoints;
import dev.memoized.spi.FaultPoints.Place;
import dev.memoized.spi.Lease;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Leads a flight: takes the lease, computes, stores, and lands it, whatever happens. */
final class Leader {
    private final TimeSource time;
    private final Permits permits;
    private final Keeper keeper;
    private final Chain chain;
    private final Sites sites;
    private final FaultPoints faults;

    Leader(TimeSource time, Permits permits, Keeper keeper, Chain chain, Sites sites, FaultPoints faults) {
        this.time = time;
        this.permits = permits;
        this.keeper = keeper;
        this.chain = chain;
        this.sites = sites;
        this.faults = faults;
    }

    /**
     * Leads on this thread; of a stage, as far as the method runs on it.
     *
     * @param patient waits for another JVM's lease as the plan says; else looks again
     * @return what the leader itself gets
     * @throws Throwable what the method threw on this thread
     */
    CompletableFuture<Landing> lead(Flight flight, Call call, boolean patient) throws Throwable {
        Chain.Link before = chain.current();
        Lease lease = null;
        long invalidations = invalidations(call);
        try {
            chain.enter(flight);
            Permit permit = permits.obtain(call, patient);
            if (permit instanceof Permit.Instead instead) {
                call.flights().land(flight, Again.AGAIN);
                return CompletableFuture.completedFuture(instead.landing());
            }
            if (permit instanceof Permit.Granted granted) {
                lease = granted.lease();
                flight.holds(lease);
                faults.reached(Place.LEASED, call.plan().name());
                return compute(flight, call, granted, invalidations);
            }
            call.flights().land(flight, Again.AGAIN);
            chain.resume(before);
            return alone(call);
        } catch (RefusedException refused) {
            fail(flight, call, lease, refused);
            return CompletableFuture.completedFuture(refused.landing());
        } catch (Throwable failure) {
            fail(flight, call, lease, failure);
            throw failure;
        } finally {
            chain.resume(before);
        }
    }

    /** How those who wait learn of a failure of the leader. */
    static Landing landing(Throwable failure) {
        return failure instanceof RefusedException refused ? refused.landing() : new Landing.Failure(failure);
    }

    /** Computes for one caller only: no flight, no lease, nothing stored. */
    CompletableFuture<Landing> alone(Call call) throws Throwable {
        long began = time.nanos();
        CompletableFuture<Landing> own = new CompletableFuture<>();
        Object result;
        try {
            result = sites.compute(Remarks.unheard(), call.computation());
        } catch (RefusedException refused) {
            return CompletableFuture.completedFuture(refused.landing());
        }
        Answers.whenComputed(
                call.plan(),
                result,
                (value, failure) -> own.complete(
                        failure == null ? new Landing.Value(entry(call, value, began, 0), false) : landing(failure)));
        return own;
    }

    /** The facts of the call, not those of the time when it is computed; only its length is known then. */
    private Entry<Object> entry(Call call, @Nullable Object value, long began, long asOf) {
        Object version = call.facts().view().version();
        return new Entry<>(
                value, began, time.nanos() - began, version, asOf, TaggedKey.tagsOf(call.key()), false, null);
    }

    private CompletableFuture<Landing> compute(Flight flight, Call call, Permit.Granted granted, long invalidations)
            throws Throwable {
        Lease lease = granted.lease();
        long began = time.nanos();
        Remarks remarks = new Remarks(granted.remembered(), call.facts().view().version());
        Object result = sites.compute(remarks, call.computation());
        CompletableFuture<Landing> own = new CompletableFuture<>();
        Answers.whenComputed(call.plan(), result, (value, failure) -> {
            if (failure == null) {
                Said said = remarks.said();
                Entry<Object> entry = said.about(entry(call, value, began, lease.asOf()));
                Landing.Value landing = new Landing.Value(entry, false);
                try {
                    landing = new Landing.Value(entry, keeper.keep(call, lease, entry, said.isStorable()));
                } finally {
                    boolean mayBeOld = mayBeOld(call, said, landing, invalidations);
                    call.flights().land(flight, mayBeOld ? Again.AGAIN : landing);
                    own.complete(landing);
                }
            } else {
                fail(flight, call, lease, failure);
                own.complete(landing(failure));
            }
        });
        return own;
    }

    private static long invalidations(Call call) {
        return call.method().memory().invalidations().get();
    }

    /**
     * Whether what was not stored may be older than an invalidation after which somebody joined: while they did, nobody knew
     * of tags that only the result has, nor that it would be the old value. Nobody joins any more: the lease has ended.
     */
    private static boolean mayBeOld(Call call, Said said, Landing.Value landing, long before) {
        boolean isUnforeseen = said.unmodified() != null || !said.tags().isEmpty();
        return isUnforeseen && !landing.isKept() && invalidations(call) != before;
    }

    /** Ends a flight of the same memory that nobody expects to land any more. */
    void giveUp(Flight abandoned, Call call) {
        try {
            keeper.discard(call, abandoned.lease());
        } finally {
            call.flights().land(abandoned, Again.AGAIN);
        }
    }

    private void fail(Flight flight, Call call, @Nullable Lease lease, Throwable failure) {
        boolean interrupted = failure instanceof InterruptedException
                || Thread.currentThread().isInterrupted();
        try {
            if (interrupted) {
                keeper.discard(call, lease);
            } else {
                keeper.failed(call, lease, failure);
            }
        } finally {
            boolean again = interrupted || isOfThisLeaderOnly(failure);
            call.flights().land(flight, again ? Again.AGAIN : new Landing.Failure(failure));
        }
    }

    private static boolean isOfThisLeaderOnly(Throwable failure) {
        return failure instanceof RenewalAstrayException || failure instanceof RefusedException;
    }
}
