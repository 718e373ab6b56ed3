package shop;

class PlantedClock {
    double slow() {
        double sum = 0;
        long end = System.nanoTime() + 150_000_000;
        while (System.nanoTime() < end) {
            sum += 1;
        }
        return sum;
    }
}
