package dev.memoized.impl.engine;

import dev.memoized.Memoized;
import dev.memoized.WhenCold;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** Methods whose values live with a request or an instance; a test decides who owns a call. */
final class OwnedRig {
    /** The name of all methods of one owner. */
    static final String NAME = "owned";

    private final Rig rig;
    private final Memoization memoization;
    private final MemoizedMethod method;
    private final LocalBackend memory;
    private final Body body;

    private OwnedRig(Rig rig, Memoization memoization, MethodPlan plan, Body body) {
        this.rig = rig;
        this.memoization = memoization;
        this.memory = (LocalBackend) rig.backend();
        this.method = memoization.openOwned(plan, memory, memory::openApart);
        this.body = body;
    }

    /** The methods are declared here, their bodies never run. */
    @SuppressWarnings("unused")
    static class Subject {
        @Memoized(name = NAME, backend = "request")
        Object request(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "instance")
        Object instance(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "instance", expireAfter = "1m")
        Object instanceThatExpires(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "request", cacheIf = Conditions.Never.class)
        Object requestNeverKept(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "instance", cacheIf = Conditions.Never.class)
        Object instanceNeverKept(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "request", whenCold = WhenCold.FAIL)
        Object requestImpatient(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "request", varyBy = Tenant.class)
        Object requestOfTenant(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "request")
        CompletionStage<Object> requestStage(Object key) {
            throw new AssertionError("the door calls the test's body");
        }

        @Memoized(name = NAME, backend = "instance")
        CompletionStage<Object> instanceStage(Object key) {
            throw new AssertionError("the door calls the test's body");
        }
    }

    static OwnedRig of(Rig rig, String method, Body body) {
        Seams seams = new Seams(
                rig.clock(),
                seed -> 0,
                rig.executor(),
                rig.gate(),
                List.of(rig.listener()),
                key -> null,
                rig.requests());
        return of(rig, new Memoization(seams), method, body);
    }

    static OwnedRig of(Rig rig, Memoization memoization, String method, Body body) {
        return new OwnedRig(rig, memoization, plan(method), body);
    }

    /** Of a method of {@link Subject}. */
    static MethodPlan plan(String name) {
        Problems problems = new Problems();
        Method method = Stream.of(Subject.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findAny()
                .orElseThrow();
        Declaration declaration =
                new Declaration(Subject.class, method, method.getAnnotation(Memoized.class), false, List.of());
        PlanDraft draft = PlanDraft.read(declaration, key -> null, problems);
        problems.refuse();
        return MethodPlan.complete(draft, Instances.byConstructor());
    }

    /** Calls as that request or instance; null is none. */
    Object call(ConcurrentMap<Object, Object> owner, Object key) throws Exception {
        boolean isInstance = method.plan().owner() == Owner.INSTANCE;
        Object[] arguments = {key};
        if (isInstance || owner == null) {
            return answer(arguments, new OwnedDoor(body, owner));
        }
        return rig.requests().in(owner, () -> answer(arguments, new OwnedDoor(body, null)));
    }

    @SuppressWarnings("unchecked")
    CompletionStage<Object> stage(ConcurrentMap<Object, Object> owner, Object key) throws Exception {
        return (CompletionStage<Object>) call(owner, key);
    }

    private Object answer(Object[] arguments, OwnedDoor door) throws Exception {
        try {
            return memoization.engine().call(method, arguments, arguments, door);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    void drop(Object key) {
        ContextSnapshot snapshot = memoization.contexts().capture(method.plan().context());
        memoization.invalidations().drop(method, method.plan().keyOf(new Object[] {key}, snapshot));
    }

    void raise(Mark mark, InvalidationMode mode) {
        memoization.invalidations().raise(method, mark, mode);
    }

    /** What the owner has of it; it must have made a call. */
    Memory memoryOf(ConcurrentMap<Object, Object> owner) {
        return (Memory) owner.get(method.memory());
    }

    /** What is for all owners. */
    Memory common() {
        return method.memory();
    }

    Memoization memoization() {
        return memoization;
    }

    private record OwnedDoor(Body body, ConcurrentMap<Object, Object> ofInstance) implements Door<Object[]> {
        @Override
        public Object proceed(Object[] context) throws Throwable {
            return body.compute(context);
        }

        @Override
        public Computation renewal(MethodPlan plan, Object key, ContextSnapshot snapshot, List<Object> arguments) {
            return () -> "computed where the owner is not";
        }
    }
}
