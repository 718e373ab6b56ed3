package shop;

class PlantedEmpty {
    volatile boolean done;

    void slow() {
        while (!done) {}
    }
}
