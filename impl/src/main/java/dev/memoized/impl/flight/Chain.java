package dev.memoized.impl.flight;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: two threads that are about to wait for each other both write their edge before they look for a cycle, in
 * sets with the ordering of volatile variables; so at least one of them sees both edges. Both may, and both then compute
 * for themselves.
 */
/**
 * The flights that a thread is inside of, innermost first, and with them who waits for whom. Set only while a computation
 * runs; a stage's dependants run inside the chain of the call that they belong to.
 */
public final class Chain {
    private final ThreadLocal<@Nullable Link> current = new ThreadLocal<>();

    /**
     * A flight and what it is inside of.
     *
     * @param flight the innermost
     * @param outer the rest
     */
    public record Link(Flight flight, @Nullable Link outer) {
        boolean contains(Flight other) {
            for (Link link = this; link != null; link = link.outer) {
                if (link.flight == other) {
                    return true;
                }
            }
            return false;
        }
    }

    /** What this thread is inside of; null outside of all computations. */
    public @Nullable Link current() {
        return current.get();
    }

    /** Goes on inside a chain, on any thread. */
    public void inside(@Nullable Link link, Runnable rest) {
        Link before = current.get();
        resume(link);
        try {
            rest.run();
        } finally {
            resume(before);
        }
    }

    /** This thread now leads a flight: what it is inside of does not end before that flight ends. */
    public void enter(Flight flight) {
        Link outer = current.get();
        if (outer != null) {
            outer.flight.waitsFor().add(flight);
            flight.landing()
                    .whenComplete((landing, never) -> outer.flight.waitsFor().remove(flight));
        }
        current.set(new Link(flight, outer));
    }

    /** This thread is inside of this chain from now on. */
    public void resume(@Nullable Link link) {
        if (link == null) {
            current.remove();
        } else {
            current.set(link);
        }
    }

    /**
     * Says that this thread is about to wait for a flight.
     *
     * @return false when that flight waits for one that this thread is inside of: waiting would never end
     */
    public boolean mayWaitFor(Flight flight) {
        Link link = current.get();
        if (link == null) {
            return true;
        }
        Set<Flight> edges = link.flight.waitsFor();
        boolean added = edges.add(flight);
        if (leadsInto(link, flight)) {
            if (added) {
                edges.remove(flight);
            }
            return false;
        }
        flight.landing().whenComplete((landing, never) -> edges.remove(flight));
        return true;
    }

    private static boolean leadsInto(Link chain, Flight from) {
        Set<Flight> seen = new HashSet<>();
        Deque<Flight> next = new ArrayDeque<>();
        next.add(from);
        while (!next.isEmpty()) {
            Flight flight = next.remove();
            if (chain.contains(flight)) {
                return true;
            }
            if (!flight.hasLanded() && seen.add(flight)) {
                next.addAll(flight.waitsFor());
            }
        }
        return false;
    }
}
