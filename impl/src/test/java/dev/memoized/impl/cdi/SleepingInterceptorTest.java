package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.testing.Callers;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.interceptor.InvocationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An interceptor goes to sleep with its bean's instance, without the values. */
@Timeout(60)
class SleepingInterceptorTest {
    private static final int THREADS = 4;

    private static BeanDoor door;

    private final AtomicInteger computations = new AtomicInteger();
    private final Method method;

    SleepingInterceptorTest() throws Exception {
        method = Desk.class.getDeclaredMethod("row", String.class);
        door = door();
    }

    /** What is memoized; its body is the test's. */
    static class Desk {
        @Memoized(backend = "instance")
        public String row(String key) {
            throw new AssertionError(key);
        }
    }

    /** Gives the test's door, and can go to sleep as a container's proxy can. */
    static class Application extends MemoizedApplication implements Serializable {
        @Serial
        private static final long serialVersionUID = 1L;

        @Override
        public BeanDoor doorOf(Bean<?> bean) {
            return door.ofOneInstance();
        }

        @Override
        public BeanDoor doorOf(String beanId) {
            return door.ofOneInstance();
        }
    }

    private BeanDoor door() throws Exception {
        ManualClock clock = new ManualClock();
        LocalBackend memory = new LocalBackend(clock);
        Settings settings = key -> null;
        Memoization memoization = new Memoization(
                new Seams(clock, seed -> 0, new HandExecutor(), (place, name) -> {}, List.of(), settings, () -> null));
        Declaration declaration =
                new Declaration(Desk.class, method, method.getAnnotation(Memoized.class), false, List.of());
        MethodPlan plan =
                MethodPlan.complete(PlanDraft.read(declaration, settings, new Problems()), Instances.byConstructor());
        MemoizedMethod opened = memoization.openOwned(plan, memory, memory::openApart);
        return new BeanDoor(
                memoization,
                new MethodTable(Desk.class, List.of(opened)),
                new Reinvocations(null, new RenewalThread(null, null, false), null));
    }

    private MemoizedInterceptor interceptor() {
        MemoizedInterceptor interceptor = new MemoizedInterceptor();
        interceptor.serve(
                (Bean<?>) proxy((proxy, called, arguments) -> "id", Bean.class, PassivationCapable.class),
                new Application());
        return interceptor;
    }

    private Object call(MemoizedInterceptor interceptor) throws Exception {
        Object[] arguments = {"k"};
        return interceptor.remember((InvocationContext) proxy(
                (proxy, called, nothing) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getParameters" -> arguments;
                    case "proceed" -> "value-" + computations.incrementAndGet();
                    default -> throw new AssertionError(called);
                },
                InvocationContext.class));
    }

    private static Object proxy(InvocationHandler handler, Class<?>... types) {
        return Proxy.newProxyInstance(SleepingInterceptorTest.class.getClassLoader(), types, handler);
    }

    private static MemoizedInterceptor asleepAndAwake(MemoizedInterceptor interceptor) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(interceptor);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (MemoizedInterceptor) in.readObject();
        }
    }

    @Test
    void instanceWakes_itsValuesAreGoneAndNewOnesAreRemembered() throws Exception {
        MemoizedInterceptor before = interceptor();
        assertThat(call(before)).isEqualTo("value-1").isSameAs(call(before));
        MemoizedInterceptor after = asleepAndAwake(before);
        assertThat(call(after)).isEqualTo("value-2").isSameAs(call(after));
        assertThat(call(before)).isEqualTo("value-1");
    }

    /** Kills "each thread that wakes it brings a memory of its own". */
    @Test
    void threadsWakeAnInstanceTogether_theyShareItsValues() throws Exception {
        for (int round = 0; round < 200; round++) {
            MemoizedInterceptor awake = asleepAndAwake(interceptor());
            CyclicBarrier start = new CyclicBarrier(THREADS);
            try (Callers<Object> callers = Callers.start(THREADS, number -> {
                start.await(30, TimeUnit.SECONDS);
                return call(awake);
            })) {
                assertThat(new HashSet<>(callers.values())).hasSize(1);
            }
        }
    }
}
