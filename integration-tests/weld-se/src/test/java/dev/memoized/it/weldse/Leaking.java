package dev.memoized.it.weldse;

import java.util.concurrent.CountDownLatch;

/** Leaks on purpose: leaves a thread that never ends and keeps its class loader. */
final class Leaking implements Runnable {

    @Override
    public void run() {
        Thread thread = new Thread(Leaking::stay, "memoized-leak");
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
