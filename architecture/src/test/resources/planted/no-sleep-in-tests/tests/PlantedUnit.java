package tests;

class PlantedUnit {
    void test() throws InterruptedException {
        java.util.concurrent.TimeUnit.MILLISECONDS.sleep(10);
    }
}
