package dev.memoized.tck;

import dev.memoized.Outcome;
import dev.memoized.testing.Gate;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.RecordingListener;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One container for a test class, with its clock, threads and faults in the test's hand. */
public final class Deployed implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {
    private final Deployment deployment;
    private final AtomicInteger lastKey = new AtomicInteger();
    private TestContainer.@Nullable Running running;

    private Deployed(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * A container with these beans and the {@link Seams}.
     *
     * @param beanClasses beans and interceptors
     * @return to be registered as a static extension
     */
    public static Deployed with(Class<?>... beanClasses) {
        return new Deployed(Deployment.of(
                Stream.concat(Stream.of(Seams.class), Stream.of(beanClasses)).toArray(Class<?>[]::new)));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = TestContainer.find().start(deployment);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        gate().reset();
        listener().clear();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        try {
            gate().close();
        } finally {
            executor().refuse(false);
            refresh();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (running != null) {
            running.close();
        }
    }

    private TestContainer.Running running() {
        return Objects.requireNonNull(running, "the container has not started");
    }

    /**
     * A bean.
     *
     * @param type one of its types
     * @param qualifiers none for the default
     * @return as an application gets it
     * @param <T> the type
     */
    public <T> T get(Class<T> type, Annotation... qualifiers) {
        return running().get(type, qualifiers);
    }

    /**
     * Does something in a request of its own, on a thread of its own, and ends both.
     *
     * @param work what
     * @return what it returned
     * @param <T> its type
     */
    public <T> T inRequest(Callable<T> work) {
        return running().inRequest(work);
    }

    /**
     * The library's time.
     *
     * @return this container's
     */
    public ManualClock clock() {
        return get(ManualClock.class);
    }

    /**
     * Moves the library's time.
     *
     * @param step how far
     */
    public void advance(Duration step) {
        clock().advance(step);
    }

    /**
     * Where renewals wait.
     *
     * @return this container's
     */
    public HandExecutor executor() {
        return get(HandExecutor.class);
    }

    /**
     * Runs all renewals that wait, each on a new thread.
     *
     * @return how many
     */
    public int refresh() {
        return executor().runAllOnNewThreads();
    }

    /**
     * Where threads are held.
     *
     * @return this container's
     */
    public Gate gate() {
        return get(Gate.class);
    }

    /**
     * What has heard of outcomes since the test began.
     *
     * @return this container's
     */
    public RecordingListener listener() {
        return get(RecordingListener.class);
    }

    /**
     * How the calls ended since the test began.
     *
     * @return in order
     */
    public List<Outcome> outcomes() {
        return listener().outcomes();
    }

    /**
     * An argument that no other test uses. It counts as secret: the build fails when a log has it.
     *
     * @return another one at each call
     */
    public String key() {
        return "4111-1111-1111-1111-" + lastKey.incrementAndGet();
    }
}
