package shop;

class InnocentWork {
    int sum(int[] numbers) {
        return java.util.stream.IntStream.of(numbers).sum();
    }
}
