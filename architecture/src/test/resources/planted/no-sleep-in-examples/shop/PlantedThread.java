package shop;

class PlantedThread {
    void slow() throws InterruptedException {
        Thread.sleep(150);
    }
}
