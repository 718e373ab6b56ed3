package dev.memoized.infinispan.remote;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.Callers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Publishes by one client what another one drops, at the same time, round by round; answers how many of the values were read
 * after both had returned, by any client: all were computed before the drop, so none may be.
 */
final class OldValues implements IntUnaryOperator {
    private final String[] drops = {"key", "tag", "namespace"};

    @Override
    public int applyAsInt(int rounds) {
        try (Server server = new Server()) {
            server.start();
            try (Bench bench = new Bench(server)) {
                return (int) IntStream.range(0, rounds)
                        .filter(round -> isOld(bench, round))
                        .count();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isOld(Bench bench, int round) {
        TaggedKey key = new TaggedKey("key-" + round, Set.of("tag"));
        int holder = round % Bench.CLIENTS;
        Lease lease = bench.lease(holder, key);
        CyclicBarrier both = new CyclicBarrier(2);
        try (Callers<Boolean> callers = Callers.start(2, number -> {
            both.await();
            return number == 0
                    ? bench.on(holder).publish(lease, bench.entry("old", "tag"), Bench.LIFE)
                    : drop(bench.on((holder + 1) % Bench.CLIENTS), key, drops[round / 3 % 3]);
        })) {
            callers.values();
        }
        return IntStream.range(0, Bench.CLIENTS)
                .mapToObj(client -> bench.read(client, key))
                .anyMatch(Objects::nonNull);
    }

    private static boolean drop(Store<byte[]> store, TaggedKey key, String what) {
        switch (what) {
            case "key" -> store.invalidate(key);
            case "tag" -> store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            default -> store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        }
        return true;
    }
}
