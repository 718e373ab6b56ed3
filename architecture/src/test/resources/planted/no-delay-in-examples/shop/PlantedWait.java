package shop;

class PlantedWait {
    void slow() throws InterruptedException {
        wait(150);
    }
}
