package dev.memoized.impl.engine;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes calls: decides where their computations run and what these see of the request. */
final class Calls {
    private final Contexts contexts;
    private final Current current;
    private final Isolation isolation;

    Calls(Contexts contexts, Current current, Isolation isolation) {
        this.contexts = contexts;
        this.current = current;
        this.isolation = isolation;
    }

    <C> Call of(MemoizedMethod method, Facts facts, @Nullable Object[] arguments, C context, Door<C> door) {
        MethodPlan plan = method.plan();
        ContextSnapshot snapshot = facts.snapshot();
        List<@Nullable Object> copy = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
        Computation renewal = plan.owner() == Owner.BACKEND
                ? seeing(snapshot, door.renewal(plan, facts.key(), snapshot, copy))
                : () -> ownerLeft(plan);
        Computation computation =
                plan.isolated() ? isolation.of(plan, renewal) : seeing(snapshot, () -> door.proceed(context));
        return new Call(method, facts, copy, computation, renewal);
    }

    /** One that nobody makes: it computes apart, as a renewal does. */
    Call apart(MemoizedMethod method, Facts facts, List<@Nullable Object> arguments, Door<?> door) {
        ContextSnapshot snapshot = facts.snapshot();
        Computation renewal = seeing(snapshot, door.renewal(method.plan(), facts.key(), snapshot, arguments));
        return new Call(method, facts, arguments, isolation.of(method.plan(), renewal), renewal);
    }

    /** Later, in a request of its own and maybe on another instance, the body would compute what is not this owner's. */
    private static Object ownerLeft(MethodPlan plan) {
        throw new RefusedException(
                new Refusals().of(RuntimeMessage.OWNER_LEFT, plan, plan.owner().backend()));
    }

    /** The body as it runs when the cache takes no part: where the caller is, seeing what the method declares, unheard. */
    <C> Computation bypassing(MethodPlan plan, C context, Door<C> door) {
        Computation body = () -> current.inside(null, () -> door.proceed(context));
        return seeing(plan.context().live(), body);
    }

    private Computation seeing(ContextSnapshot snapshot, Computation computation) {
        return () -> {
            ContextSnapshot before = contexts.show(snapshot);
            try {
                return computation.compute();
            } finally {
                contexts.show(before);
            }
        };
    }
}
