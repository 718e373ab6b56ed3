package dev.memoized.impl.service;

import dev.memoized.CacheService;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.engine.TestRequests;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.Store;
import dev.memoized.testing.FaultyBackend;
import dev.memoized.testing.FaultyBackend.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;

/** By hand, in real time: how long calls take while a backend hangs or fails, and how soon it is used again. */
final class OutageTimes {
    private static final int CALLERS = 8;
    private static final int KEYS = 1_000;
    private static final long SECOND = 1_000_000_000L;

    private final SystemTime time = new SystemTime();
    private final FaultyBackend remote = new FaultyBackend(new Shared(new LocalBackend(time)), time);
    private final CacheService cache;

    private OutageTimes() {
        Settings settings = key -> null;
        Seams seams =
                new Seams(time, seed -> 0, Runnable::run, (place, name) -> {}, List.of(), settings, new TestRequests());
        Memoization memoization = new Memoization(seams);
        Regions regions = new Regions(memoization, name -> new Backends.Named(remote, null), settings);
        cache = new Caches(
                new Views(
                        regions,
                        memoization.engine(),
                        time,
                        new Later(Runnable::run, memoization::here),
                        Callable::call),
                "");
    }

    private record Shared(LocalBackend memory) implements ObjectBackend {
        @Override
        public Store<Object> open(Namespace namespace) {
            return memory.open(namespace);
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of(Capability.SHARED);
        }
    }

    public static void main(String[] arguments) throws Exception {
        new OutageTimes().measure("hangs", true);
        new OutageTimes().measure("fails", false);
        System.exit(0);
    }

    private void measure(String name, boolean hangs) throws Exception {
        for (int key = 0; key < KEYS; key++) {
            cache.set("key-" + key, key);
        }
        print(name + ", before", callAll(2));
        int before = remote.calls(Operation.values());
        if (hangs) {
            remote.hang(Operation.values());
        } else {
            remote.fail(Operation.values());
        }
        print(name + ", outage", callAll(10));
        System.out.println("  reached the store in 10 s: " + (remote.calls(Operation.values()) - before));
        remote.work(Operation.values());
        long mended = System.nanoTime();
        while (!cache.hasKey("key-1")) {
            Thread.onSpinWait();
        }
        System.out.printf("  first hit after %.2f s%n", (System.nanoTime() - mended) / 1e9);
    }

    private List<Long> callAll(int seconds) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        long end = System.nanoTime() + seconds * SECOND;
        List<Future<List<Long>>> all = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            all.add(callers.submit(() -> calls(end)));
        }
        List<Long> times = new ArrayList<>();
        for (Future<List<Long>> each : all) {
            times.addAll(each.get());
        }
        callers.shutdown();
        times.sort(null);
        return times;
    }

    private List<Long> calls(long end) throws Exception {
        List<Long> times = new ArrayList<>();
        for (long begin = System.nanoTime(); begin - end < 0; begin = System.nanoTime()) {
            cache.getOrCompute("key-" + ThreadLocalRandom.current().nextInt(KEYS), () -> 1);
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    private static void print(String name, List<Long> times) {
        System.out.printf(
                "%s: %,d calls, p50 %.3f ms, p99 %.3f ms, p99.9 %.3f ms, max %.1f ms%n",
                name, times.size(), at(times, 0.5), at(times, 0.99), at(times, 0.999), at(times, 1));
    }

    private static double at(List<Long> times, double share) {
        return times.get((int) Math.min(times.size() - 1, times.size() * share)) / 1e6;
    }
}
