package dev.memoized.impl.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kills "the timer's thread runs the tasks". */
@Timeout(60)
class TimeOutsTest {
    /** More than any healthy machine needs. */
    private static final long LIMIT_SECONDS = 30;

    @Test
    void taskBlocks_nextOneRunsMeanwhile() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch next = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (SystemTime time = new SystemTime()) {
            time.after(Duration.ZERO, () -> {
                inside.countDown();
                awaitMet(next);
                end.countDown();
            });
            assertThat(inside.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            time.after(Duration.ZERO, next::countDown);
            assertThat(end.await(LIMIT_SECONDS, TimeUnit.SECONDS))
                    .as("the first task met the second")
                    .isTrue();
        }
    }

    private static void awaitMet(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException closed) {
            throw new IllegalStateException("nobody came", closed);
        }
    }
}
