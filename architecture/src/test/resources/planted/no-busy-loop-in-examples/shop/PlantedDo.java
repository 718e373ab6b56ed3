package shop;

class PlantedDo {
    void slow(java.time.Instant end) {
        boolean over;
        do {
            over = java.time.Instant.now().isAfter(end);
        } while (!over);
    }
}
