package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A flaw and the test that finds it.
 *
 * @param flaw in the room that the test is in
 * @param test may have a method {@code close()}, which ends it
 * @param method one of its tests
 * @param rounds in one of which it finds the flaw
 */
public record Killed(Flaw flaw, Class<?> test, String method, int rounds) {
    /** Some flaws make a test wait for ever; nothing else takes as long. */
    private static final Duration HANGS_AFTER = Duration.ofSeconds(5);

    private static final int SOME = 10;

    /** One that each round finds. */
    public Killed(Flaw flaw, Class<?> test, String method) {
        this(flaw, test, method, 1);
    }

    /** The same flaw, when it shows only if threads come in a certain order. */
    Killed inSomeOrders() {
        return new Killed(flaw, test, method, SOME);
    }

    /** Fails when the test does not find the flaw. */
    public void check(Path folder) throws Exception {
        flaw.compile(test, folder);
        boolean isFound = false;
        for (int round = 0; round < rounds && !isFound; round++) {
            isFound = isFoundIn(folder);
        }
        assertThat(isFound).as("what %s says of: %s", method, flaw).isTrue();
    }

    /** Fails when the test finds something wrong with the room as it is. */
    public void checkRoom(Path empty) throws Exception {
        assertThat(flaw.failure(test, method, empty)).as(method).isNull();
    }

    private boolean isFoundIn(Path folder) throws Exception {
        FutureTask<Throwable> run = new FutureTask<>(() -> flaw.failure(test, method, folder));
        Thread thread = new Thread(run, "mutant");
        thread.setDaemon(true);
        thread.start();
        boolean isFound = isFound(run);
        thread.interrupt();
        return isFound;
    }

    private static boolean isFound(FutureTask<Throwable> run) throws Exception {
        try {
            Throwable failure = run.get(HANGS_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            return failure instanceof AssertionError || failure instanceof RuntimeException;
        } catch (TimeoutException hangs) {
            return true;
        }
    }

    @Override
    public String toString() {
        return flaw + ": " + method;
    }
}
