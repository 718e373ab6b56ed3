package shop;

class InnocentLoops {
    long work(long end, Runnable visit, int[] numbers) {
        long sum = 0;
        while (System.nanoTime() < end) {
            visit.run();
        }
        for (int i = 0; i < numbers.length; i++) {
            sum += numbers[i];
        }
        return sum;
    }
}
