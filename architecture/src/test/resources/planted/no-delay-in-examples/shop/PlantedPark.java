package shop;

class PlantedPark {
    void slow() {
        java.util.concurrent.locks.LockSupport.parkNanos(150);
    }
}
