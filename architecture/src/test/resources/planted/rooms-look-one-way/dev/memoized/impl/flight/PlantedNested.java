package dev.memoized.impl.flight;

class PlantedNested {
    Runnable task() {
        return () -> new Inner().run();
    }

    private static class Inner {
        void run() {
            Object other = dev.memoized.impl.freshness.Verdict.MISS;
        }
    }
}
