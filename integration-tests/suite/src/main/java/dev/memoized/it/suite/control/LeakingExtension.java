package dev.memoized.it.suite.control;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Extension;
import java.util.concurrent.CountDownLatch;

/** Leaks on purpose: each deployment starts a thread that never ends and keeps the deployment's classes. */
public class LeakingExtension implements Extension {

    /** Starts the thread. */
    void leak(@Observes AfterDeploymentValidation started) {
        Thread thread = new Thread(LeakingExtension::stay, "memoized-leak");
        thread.setDaemon(true);
        thread.start();
    }

    private static void stay() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
