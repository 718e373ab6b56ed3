package dev.memoized.testing;

import dev.memoized.BackendException;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A backend before another one, that fails, hangs or is slow as a test says, and counts what reaches it. Each call to a test
 * method that names no operation is about all of them. Thread-safe.
 */
public final class FaultyBackend implements ObjectBackend {
    private final Rendezvous rendezvous = new Rendezvous(Rendezvous.LIMIT);
    private final Map<Operation, Fault> faults = new EnumMap<>(Operation.class);
    private final Map<Operation, Integer> calls = new EnumMap<>(Operation.class);
    private final ObjectBackend backend;
    private final TimeSource time;

    /**
     * One that works.
     *
     * @param backend that does the work
     * @param time by which it is slow
     */
    public FaultyBackend(ObjectBackend backend, TimeSource time) {
        this.backend = backend;
        this.time = time;
    }

    /** What a store can be asked for. */
    public enum Operation {
        /** {@link Store#read}. */
        READ,
        /** {@link Store#readAll}. */
        READ_ALL,
        /** {@link Store#lease}. */
        LEASE,
        /** {@link Store#publish}. */
        PUBLISH,
        /** {@link Store#claim}. */
        CLAIM,
        /** {@link Store#replace}. */
        REPLACE,
        /** {@link Store#renew}. */
        RENEW,
        /** {@link Store#release}. */
        RELEASE,
        /** {@link Store#awaitChange}. */
        AWAIT_CHANGE,
        /** {@link Store#put}. */
        PUT,
        /** {@link Store#putAll}. */
        PUT_ALL,
        /** {@link Store#add}. */
        ADD,
        /** {@link Store#invalidate(Object)}. */
        INVALIDATE,
        /** {@link Store#invalidateAll}. */
        INVALIDATE_ALL,
        /** {@link Store#invalidate(dev.memoized.spi.Mark, dev.memoized.spi.InvalidationMode)}. */
        INVALIDATE_MARK,
        /** {@link Store#touch}. */
        TOUCH,
        /** {@link Store#increment}. */
        INCREMENT,
        /** {@link Store#stats}. */
        STATS
    }

    private sealed interface Fault {
        record Failure() implements Fault {}

        record LostAnswer() implements Fault {}

        record Hanging(CompletableFuture<Void> released) implements Fault {}

        record Slow(Duration by) implements Fault {}
    }

    /**
     * From now on they throw {@link BackendException} and do nothing.
     *
     * @param operations none for all
     */
    public void fail(Operation... operations) {
        set(new Fault.Failure(), operations);
    }

    /**
     * From now on they do their work, then throw {@link BackendException}.
     *
     * @param operations none for all
     */
    public void loseAnswers(Operation... operations) {
        set(new Fault.LostAnswer(), operations);
    }

    /**
     * From now on they wait until something else is said of them, then do their work. An interruption ends the wait with
     * {@link BackendException}; so do 30 seconds of real time, with {@link AssertionError}.
     *
     * @param operations none for all
     */
    public void hang(Operation... operations) {
        for (Operation operation : operations.length == 0 ? Operation.values() : operations) {
            set(new Fault.Hanging(new CompletableFuture<>()), operation); // each is let go by itself
        }
    }

    /**
     * From now on they wait by the clock, then do their work.
     *
     * @param by how long
     * @param operations none for all
     */
    public void slow(Duration by, Operation... operations) {
        set(new Fault.Slow(by), operations);
    }

    /**
     * From now on they work; those that hang go on.
     *
     * @param operations none for all
     */
    public void work(Operation... operations) {
        set(null, operations);
    }

    private void set(@Nullable Fault fault, Operation... operations) {
        rendezvous.change(() -> {
            for (Operation operation : operations.length == 0 ? Operation.values() : operations) {
                Fault before = fault == null ? faults.remove(operation) : faults.put(operation, fault);
                if (before instanceof Fault.Hanging hanging && before != fault) {
                    hanging.released().complete(null);
                }
            }
        });
    }

    /**
     * How many calls have reached a store, the failed ones included.
     *
     * @param operations none for all
     * @return zero or more
     */
    public int calls(Operation... operations) {
        return rendezvous.read(() -> count(operations));
    }

    private int count(Operation... operations) {
        int sum = 0;
        for (Operation operation : operations.length == 0 ? Operation.values() : operations) {
            sum += calls.getOrDefault(operation, 0);
        }
        return sum;
    }

    /**
     * Blocks until so many calls of an operation have reached a store.
     *
     * @param operation which
     * @param count at least this many since the start
     */
    public void awaitCalls(Operation operation, int count) {
        rendezvous.await(() -> count(operation) >= count, () -> "waiting for " + count + " of " + calls);
    }

    @Override
    public Store<Object> open(Namespace namespace) {
        return new FaultyStore(backend.open(namespace), this);
    }

    @Override
    public Set<Capability> capabilities() {
        return backend.capabilities();
    }

    /** Lets those that hang go on. */
    @Override
    public void close() {
        work();
        backend.close();
    }

    /** Before the work of an operation. */
    void begin(Operation operation) {
        Fault fault = counted(operation);
        try {
            if (fault instanceof Fault.Failure) {
                throw told(operation);
            } else if (fault instanceof Fault.Hanging hanging) {
                hanging.released().get(Rendezvous.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            } else if (fault instanceof Fault.Slow slow) {
                time.await(new CompletableFuture<Void>(), slow.by());
            }
        } catch (InterruptedException interrupted) {
            throw new BackendException(operation + " was interrupted", interrupted);
        } catch (TimeoutException | ExecutionException forgotten) {
            throw new AssertionError("nobody let " + operation + " go on", forgotten);
        }
    }

    /** After it. */
    void end(Operation operation) {
        if (faultOf(operation) instanceof Fault.LostAnswer) {
            throw told(operation);
        }
    }

    /** Its fault at the moment at which it is counted: who awaits the call may change it then. */
    private @Nullable Fault counted(Operation operation) {
        AtomicReference<@Nullable Fault> met = new AtomicReference<>();
        rendezvous.change(() -> {
            calls.merge(operation, 1, Integer::sum);
            met.set(faults.get(operation));
        });
        return met.get();
    }

    private @Nullable Fault faultOf(Operation operation) {
        return rendezvous.read(() -> faults.get(operation));
    }

    private static BackendException told(Operation operation) {
        return new BackendException(operation + " was told to fail", null);
    }
}
