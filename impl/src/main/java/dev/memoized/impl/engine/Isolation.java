package dev.memoized.impl.engine;

import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.impl.refresh.OwnThreads;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Computes apart from the caller: on a thread that nobody has used before, while the caller waits. */
final class Isolation {
    private final OwnThreads threads;
    private final Sites sites;
    private final TimeSource time;
    private final Refusals refusals;

    Isolation(OwnThreads threads, Sites sites, TimeSource time, Refusals refusals) {
        this.threads = threads;
        this.sites = sites;
        this.time = time;
        this.refusals = refusals;
    }

    /** The same computation, isolated; what it is inside of is what its caller is inside of. */
    Computation of(MethodPlan plan, Computation renewal) {
        return () -> {
            CompletableFuture<@Nullable Object> end = new CompletableFuture<>();
            Thread thread = start(plan, renewal, end);
            return plan.shape() == ResultShape.PLAIN ? await(plan, end, thread) : stage(plan, end, thread);
        };
    }

    private Thread start(MethodPlan plan, Computation renewal, CompletableFuture<@Nullable Object> end) {
        Sites.Site caller = sites.here();
        try {
            return threads.start(() -> caller.resume(() -> run(renewal, end)));
        } catch (RejectedExecutionException full) {
            throw new RefusedException(refusals.of(RuntimeMessage.ISOLATED_FULL, plan, threads.atMost()));
        }
    }

    private void run(Computation renewal, CompletableFuture<@Nullable Object> end) {
        try {
            end.complete(renewal.compute());
        } catch (RenewalAstrayException astray) {
            Throwable around = astray.getCause();
            end.completeExceptionally(around == null ? new RefusedException(refusals.astray(astray)) : around);
        } catch (Throwable failure) {
            end.completeExceptionally(failure);
        }
    }

    private @Nullable Object await(MethodPlan plan, CompletableFuture<@Nullable Object> end, Thread thread)
            throws Throwable {
        try {
            if (time.await(end, longest(plan))) {
                return valueOf(end);
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            throw new RefusedException(refusals.interrupted(plan, interrupted));
        }
        thread.interrupt();
        throw tookTooLong(plan);
    }

    private static Duration longest(MethodPlan plan) {
        return plan.bounds().longestComputation();
    }

    private RefusedException tookTooLong(MethodPlan plan) {
        return new RefusedException(refusals.of(RuntimeMessage.ISOLATED_WAITED, plan, longest(plan)));
    }

    private static @Nullable Object valueOf(CompletableFuture<@Nullable Object> end) throws Throwable {
        Throwable failure =
                end.<@Nullable Throwable>handle((value, thrown) -> thrown).join();
        if (failure != null) {
            throw failure;
        }
        return end.join();
    }

    private CompletableFuture<@Nullable Object> stage(
            MethodPlan plan, CompletableFuture<@Nullable Object> end, Thread thread) {
        CompletableFuture<@Nullable Object> copy = new CompletableFuture<>();
        Runnable forget = time.after(longest(plan), () -> {
            copy.completeExceptionally(tookTooLong(plan)); // before the interrupted computation can bring a value
            thread.interrupt();
        });
        copy.whenComplete((value, failure) -> forget.run());
        end.whenComplete((stage, failure) -> {
            if (failure != null) {
                copy.completeExceptionally(failure);
            } else {
                complete(copy, plan, stage);
            }
        });
        return copy;
    }

    /** Ends the copy, also when the stage takes no dependants: nobody else would. */
    private static void complete(CompletableFuture<@Nullable Object> copy, MethodPlan plan, @Nullable Object stage) {
        try {
            Answers.whenComputed(plan, stage, (value, thrown) -> {
                if (thrown == null) {
                    copy.complete(value);
                } else {
                    copy.completeExceptionally(thrown);
                }
            });
        } catch (Throwable refused) {
            copy.completeExceptionally(refused);
        }
    }
}
