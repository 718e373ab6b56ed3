package dev.memoized.impl.cdi;

import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Computation;
import dev.memoized.impl.engine.Door;
import dev.memoized.impl.engine.Engine;
import dev.memoized.impl.engine.Entrance;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Recorder;
import dev.memoized.impl.engine.Recording;
import dev.memoized.impl.plan.MethodPlan;
import jakarta.interceptor.InvocationContext;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings the calls of one bean to the engine. */
public final class BeanDoor implements Door<InvocationContext> {
    private final Engine engine;
    private final Recorder recorder;
    private final MethodTable methods;
    private final Reinvocations reinvocations;
    private final @Nullable ConcurrentMap<Object, Object> ofInstance;

    BeanDoor(Memoization memoization, MethodTable methods, Reinvocations reinvocations) {
        this(memoization.engine(), memoization.recorder(), methods, reinvocations, null);
    }

    private BeanDoor(
            Engine engine,
            Recorder recorder,
            MethodTable methods,
            Reinvocations reinvocations,
            @Nullable ConcurrentMap<Object, Object> ofInstance) {
        this.engine = engine;
        this.recorder = recorder;
        this.methods = methods;
        this.reinvocations = reinvocations;
        this.ofInstance = ofInstance;
    }

    /** The same door for one instance of the bean, with what is kept for that instance, if there is such a method. */
    BeanDoor ofOneInstance() {
        return methods.hasOwnedByInstance()
                ? new BeanDoor(engine, recorder, methods, reinvocations, new ConcurrentHashMap<>())
                : this;
    }

    /** The methods of the bean. */
    Stream<Entrance> entrances() {
        return methods.memoized().stream().map(method -> new Entrance(method, this));
    }

    @Nullable
    Object answer(InvocationContext call) throws Exception {
        MemoizedMethod method = methods.find(call.getMethod());
        if (method == null) {
            return call.proceed();
        }
        Recording recording = recorder.current();
        if (recording != null) {
            return recording.note(method, this, call.getParameters());
        }
        Marker marker = reinvocations.markerFor(method.plan(), call.getParameters());
        if (marker != null) {
            return marker.deliver(call);
        }
        try {
            return engine.call(method, call.getParameters(), call, this);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable failure) {
            throw BeanDoor.<RuntimeException>unchanged(failure);
        }
    }

    @Override
    public @Nullable ConcurrentMap<Object, Object> ofInstance() {
        return ofInstance;
    }

    @Override
    public @Nullable Object proceed(InvocationContext call) throws Exception {
        return call.proceed();
    }

    @Override
    public Computation renewal(
            MethodPlan plan, Object key, ContextSnapshot snapshot, List<@Nullable Object> arguments) {
        return reinvocations.of(plan, key, snapshot, arguments);
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // thrown as it is, whatever the compiler believes
    private static <T extends Throwable> T unchanged(Throwable failure) throws T {
        throw (T) failure;
    }
}
