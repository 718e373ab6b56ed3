package tests;

class PlantedThread {
    void test() throws InterruptedException {
        Thread.sleep(10);
    }
}
