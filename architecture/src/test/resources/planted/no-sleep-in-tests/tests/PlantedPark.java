package tests;

class PlantedPark {
    void test() {
        java.util.concurrent.locks.LockSupport.parkNanos(10);
    }
}
