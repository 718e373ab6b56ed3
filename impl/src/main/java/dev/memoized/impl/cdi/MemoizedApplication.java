package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import dev.memoized.CacheUse;
import dev.memoized.CallCounts;
import dev.memoized.Counters;
import dev.memoized.CurrentComputation;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import dev.memoized.Observed;
import dev.memoized.RefreshFailures;
import dev.memoized.impl.context.ContextSnapshot;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** All that belongs to one application, as a bean: a shell that the container can put a proxy around. */
@ApplicationScoped
public class MemoizedApplication implements MemoizedMethods {
    private final Lock waking = new ReentrantLock();
    private @Nullable Doors doors;

    @Inject
    void open(
            ApplicationView view,
            ApplicationSeams seams,
            ApplicationBeans beans,
            FreshRequest fresh,
            RequestMemory memory,
            MemoizedBeans memoized) {
        doors = new Doors(view.manager(), seams, beans, new Doors.Requests(fresh, memory), memoized);
    }

    /** The door of a bean for one of its instances. */
    public BeanDoor doorOf(Bean<?> bean) {
        return doors().of(bean).ofOneInstance();
    }

    /** Has what settings name computed behind the start. */
    public void warmUp() {
        doors().warmUp();
    }

    /** What a method of a bean changes in the cache. */
    public MethodChanges changesOf(Class<?> beanClass, Method method) {
        return doors().changesOf(beanClass, method);
    }

    /** The same of a bean that an interceptor remembers by its id. */
    public BeanDoor doorOf(String beanId) {
        return doors().of(beanId).ofOneInstance();
    }

    /** Held, for a moment, by a thread that wakes an instance which has slept. */
    public Lock waking() {
        return waking;
    }

    @Override
    public List<MethodDescription> methods() {
        return doors().memoization().methods();
    }

    @Override
    public <R> MemoizedEntry<R> entry(Callable<R> call) {
        return doors().memoization().entry(call);
    }

    @Override
    public <R> MemoizedEntry<R> entryAsync(Callable<? extends CompletionStage<R>> call) {
        return doors().memoization().entryAsync(call);
    }

    @Override
    public MemoizedEntry<Object> entry(String name, @Nullable Object... arguments) {
        return doors().memoization().entry(name, arguments);
    }

    @Override
    public void clear(String name) {
        doors().memoization().clear(name);
    }

    @Override
    public boolean awaitRefreshes(Duration atMost) throws InterruptedException {
        return doors().memoization().awaitRefreshes(atMost);
    }

    @Override
    public <R> Observed<R> observe(Callable<R> call) throws Exception {
        return doors().memoization().observe(call);
    }

    @Override
    public <R> CompletionStage<Observed<R>> observeAsync(Callable<? extends CompletionStage<R>> call) throws Exception {
        return doors().memoization().observeAsync(call);
    }

    @Override
    public CallCounts counts(String name) {
        return doors().memoization().counts(name);
    }

    @Override
    public List<CallCounts> counts() {
        return doors().memoization().counts();
    }

    @Override
    public Counters counters(String name) {
        return doors().memoization().counters(name);
    }

    @Override
    public RefreshFailures failures(String name) {
        return doors().memoization().failures(name);
    }

    @Override
    public <R> R bypassing(Callable<R> work) throws Exception {
        return doors().memoization().bypassing(work);
    }

    @Override
    public <R> R renewing(Callable<R> work) throws Exception {
        return doors().memoization().renewing(work);
    }

    @Override
    public void useInRequest(CacheUse use) {
        doors().memoization().useInRequest(use);
    }

    /** The cache by program. */
    @Produces
    @ApplicationScoped
    public CacheService cacheService() {
        return caches("");
    }

    /** The same of another backend. */
    public CacheService caches(String backend) {
        return doors().caches(backend);
    }

    /** What the computation on this thread sees of the request; null outside of computations. */
    public @Nullable ContextSnapshot visible() {
        return doors().memoization().contexts().visible();
    }

    /** What the computation on this thread says of its value. */
    public CurrentComputation currentComputation() {
        return doors().memoization().currentComputation();
    }

    @PreDestroy
    void close() {
        doors().close();
    }

    private Doors doors() {
        return Objects.requireNonNull(doors);
    }
}
