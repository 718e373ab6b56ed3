package tests;

class InnocentWait {
    void test(java.util.concurrent.CountDownLatch latch) throws InterruptedException {
        latch.await(10, java.util.concurrent.TimeUnit.SECONDS);
    }
}
