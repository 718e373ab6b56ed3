package dev.memoized.infinispan;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Publishes on one member what another one drops, at the same time, round by round; answers how many of the values were read
 * after both had returned, on any member: all were computed before the drop, so none may be.
 */
final class OldValues implements BiFunction<String, Integer, Integer> {
    private final String[] drops = {"key", "tag", "namespace"};

    @Override
    public Integer apply(String mode, Integer rounds) {
        Cluster cluster = mode.equals("copies") ? Cluster.replicated(3) : Cluster.distributed(3);
        try {
            cluster.start();
            try (Bench bench = new Bench(cluster)) {
                return (int) IntStream.range(0, rounds)
                        .filter(round -> isOld(bench, round))
                        .count();
            }
        } finally {
            cluster.stop();
        }
    }

    private boolean isOld(Bench bench, int round) {
        TaggedKey key = new TaggedKey("key-" + round, Set.of("tag"));
        int holder = round % 3;
        Lease lease = bench.lease(holder, key);
        CyclicBarrier both = new CyclicBarrier(2);
        try (Callers<Boolean> callers = Callers.start(2, number -> {
            both.await();
            return number == 0
                    ? bench.on(holder).publish(lease, bench.entry("old", "tag"), Bench.LIFE)
                    : drop(bench.on((holder + 1) % 3), key, drops[round / 3 % 3]);
        })) {
            callers.values();
        }
        return IntStream.range(0, 3).mapToObj(node -> bench.read(node, key)).anyMatch(Objects::nonNull);
    }

    private static boolean drop(Store<byte[]> store, TaggedKey key, String what) {
        switch (what) {
            case "key" -> store.invalidate(key);
            case "tag" -> store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            default -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        }
        return true;
    }

    static List<String> modes() {
        return List.of("copies", "parts");
    }
}
