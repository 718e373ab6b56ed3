package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.awaitility.core.ConditionFactory;
import org.infinispan.configuration.cache.CacheMode;

/**
 * Takes a cluster apart, drops something in each part, puts it together, round by round; answers how many of the values that
 * had been dropped on either side were read on any member once it knew of the others again.
 */
final class OldAfterMerge implements BiFunction<String, Integer, Integer> {
    private static final List<Integer> NODES = List.of(0, 1, 2);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public Integer apply(String mode, Integer rounds) {
        Cluster cluster = Cluster.unwatched(mode.equals("copies") ? CacheMode.REPL_SYNC : CacheMode.DIST_SYNC, 3);
        try {
            cluster.start();
            Parts parts = new Parts(cluster);
            try (Bench bench = new Bench(cluster)) {
                int old = 0;
                for (int round = 0; round < rounds; round++) {
                    old += old(bench, parts, round);
                }
                return old;
            }
        } finally {
            cluster.stop();
        }
    }

    private static TaggedKey tagged(String key) {
        return new TaggedKey(key, Set.of("tag-" + key));
    }

    private static int old(Bench bench, Parts parts, int round) {
        List<TaggedKey> keys = List.of(
                tagged("large-key-" + round),
                tagged("large-tag-" + round),
                tagged("small-key-" + round),
                tagged("small-tag-" + round));
        keys.forEach(key -> bench.on(0).put(key, bench.entry("old"), Bench.LIFE));
        Lease lease = bench.lease(2, "computed-" + round);
        long era = bench.era(0);

        parts.split(List.of(List.of(0, 1), List.of(2)));
        dropped(() -> bench.on(1).invalidate(keys.get(0)));
        dropped(() -> bench.on(0).invalidate(Mark.tag("tag-large-tag-" + round), InvalidationMode.HARD));
        dropped(() -> bench.on(2).invalidate(keys.get(2)));
        dropped(() -> bench.on(2).invalidate(Mark.tag("tag-small-tag-" + round), InvalidationMode.HARD));
        dropped(() -> bench.on(0).invalidate("computed-" + round));

        parts.merge();
        NODES.forEach(node -> await().atMost(PATIENCE).until(() -> bench.era(node) > era));
        int old = (int) keys.stream()
                .filter(key -> NODES.stream().anyMatch(node -> answers(() -> bench.read(node, key) != null)))
                .count();
        old += answers(() -> bench.on(2).publish(lease, bench.entry("late"), Bench.LIFE)) ? 1 : 0;
        assertGoesOn(bench, round);
        return old;
    }

    /** Members that have just lost each other may not answer: the engine tries again, too. */
    private static void dropped(Runnable drop) {
        patiently().until(() -> {
            drop.run();
            return true;
        });
    }

    private static ConditionFactory patiently() {
        return await().atMost(PATIENCE).ignoreExceptionsInstanceOf(BackendException.class);
    }

    private static boolean answers(BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (BackendException missed) {
            return false;
        }
    }

    /** While members still exchange what they have, a new value may be missed. */
    private static void assertGoesOn(Bench bench, int round) {
        TaggedKey key = tagged("next-" + round);
        patiently().until(() -> isReadByAll(bench, round % 3, key));
        dropped(() -> bench.on((round + 1) % 3).invalidate(Mark.tag("tag-next-" + round), InvalidationMode.HARD));
        NODES.forEach(
                node -> assertThat(answers(() -> bench.read(node, key) != null)).isFalse());
    }

    private static boolean isReadByAll(Bench bench, int writer, TaggedKey key) {
        bench.on(writer).invalidate(key);
        Lease lease = bench.lease(writer, key);
        return bench.on(writer).publish(lease, bench.entry("new"), Bench.LIFE)
                && NODES.stream().allMatch(node -> "new".equals(bench.read(node, key)));
    }
}
