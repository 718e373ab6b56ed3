package shop;

class PlantedFor {
    void slow(long end) {
        for (long now = 0; now < end; now = System.currentTimeMillis())
            ;
    }
}
