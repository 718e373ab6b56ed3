package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.redis.Chronicle.Deed;
import dev.memoized.redis.Chronicle.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two JVMs change the same data and drop what is remembered of them, in a recorded history. */
@Tag("chaos")
abstract class InvalidationsOverJvmsContract {
    private static final int CHANGES = 10_000 * Integer.getInteger("memoized.rounds", 1);
    private static final int JVMS = 2;

    private final Servers servers;

    InvalidationsOverJvmsContract(Servers servers) {
        this.servers = servers;
    }

    /**
     * Whether a direct read may overlook for a moment that another JVM has dropped the key: what drops it is a mark that is
     * held in each JVM.
     */
    abstract boolean isDroppedByAHeldMark(int key);

    List<Line> history(Path folder, int changes, String... options) throws IOException {
        servers.empty();
        List<Line> all = new ArrayList<>();
        try (Fleet fleet = new Fleet(servers, options)) {
            List<Integer> deeds = IntStream.range(0, JVMS)
                    .mapToObj(jvm ->
                            fleet.tell(jvm, "history " + jvm + " " + changes + " " + folder.resolve("history-" + jvm)))
                    .toList();
            for (int jvm = 0; jvm < JVMS; jvm++) {
                assertThat(fleet.answer(jvm, deeds.get(jvm))).isEqualTo("done");
                all.addAll(Chronicle.read(folder.resolve("history-" + jvm)));
            }
        }
        return all;
    }

    @Test
    void whatIsGot_isNeverOlderThanADropThatHadReturned(@TempDir Path folder) throws IOException {
        List<Line> all = history(folder, CHANGES);

        assertThat(all).filteredOn(line -> line.deed() == Deed.DROPPED).hasSize(JVMS * CHANGES);
        assertThat(all).filteredOn(line -> line.deed() == Deed.LOOKED_UP).hasSizeGreaterThan(1_000);
        assertThat(all).filteredOn(line -> line.deed() == Deed.CALLED).hasSizeGreaterThan(1_000);
        assertThat(Chronicle.old(all, Deed.LOOKED_UP)).allMatch(line -> isDroppedByAHeldMark(line.key()));
        for (int jvm = 0; jvm < JVMS; jvm++) {
            assertThat(Chronicle.oldAmongOwn(all, jvm)).isEmpty();
        }
        tell("looked up what the other JVM had dropped by a mark that is held", all, Deed.LOOKED_UP);
        tell("joined what the other JVM had dropped", all, Deed.CALLED);
        System.out.printf("%d changes%n", count(all, Deed.DROPPED));
    }

    /** What begins in one JVM before the news of a drop in the other one have come may still get what was dropped. */
    private static void tell(String what, List<Line> all, Deed deed) {
        List<Line> old = Chronicle.old(all, deed);
        long[] delays = Chronicle.delays(all, old);
        System.out.printf(
                "%d of %d %s, begun after the drop had returned by: median %d us, p99 %d us, at most %d us%n",
                old.size(), count(all, deed), what, at(delays, 0.5), at(delays, 0.99), at(delays, 1));
    }

    private static long count(List<Line> all, Deed deed) {
        return all.stream().filter(line -> line.deed() == deed).count();
    }

    private static long at(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1_000;
    }
}
