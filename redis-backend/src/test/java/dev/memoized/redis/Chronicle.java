package dev.memoized.redis;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * What the threads of one JVM did with keys whose data have versions, and when: by the monotonic clock, which all JVMs of a
 * machine share.
 */
final class Chronicle {
    private final ConcurrentLinkedQueue<Line> lines = new ConcurrentLinkedQueue<>();

    /** What was done. */
    enum Deed {
        /** The version came to be, and then what was remembered was dropped: when that had returned. */
        DROPPED,
        /** What is remembered was read: when that began. */
        LOOKED_UP,
        /** The method was called: when that began. */
        CALLED
    }

    /**
     * One of them.
     *
     * @param jvm the number of the JVM
     * @param version that was dropped up to, or that was got
     */
    record Line(int jvm, Deed deed, int key, long version, long at) {}

    void add(Line line) {
        lines.add(line);
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (Line line : lines) {
                out.writeInt(line.jvm());
                out.writeInt(line.deed().ordinal());
                out.writeInt(line.key());
                out.writeLong(line.version());
                out.writeLong(line.at());
            }
        }
    }

    static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.available() > 0) {
                lines.add(new Line(
                        in.readInt(), Deed.values()[in.readInt()], in.readInt(), in.readLong(), in.readLong()));
            }
        }
        return lines;
    }

    /** The drops of each key: the highest version of those that had returned by then. */
    private static List<NavigableMap<Long, Long>> drops(List<Line> all) {
        List<NavigableMap<Long, Long>> drops = Stream.<NavigableMap<Long, Long>>generate(TreeMap::new)
                .limit(1 + all.stream().mapToInt(Line::key).max().orElse(0))
                .toList();
        all.stream()
                .filter(line -> line.deed() == Deed.DROPPED)
                .sorted(Comparator.comparingLong(Line::at))
                .forEach(line -> {
                    NavigableMap<Long, Long> ofKey = drops.get(line.key());
                    long before = ofKey.isEmpty() ? 0 : ofKey.lastEntry().getValue();
                    ofKey.put(line.at(), Math.max(before, line.version()));
                });
        return drops;
    }

    /** What was got although a later version had been dropped before it was asked for, by anybody. */
    static List<Line> old(List<Line> all, Deed deed) {
        return old(all, deed, drops(all));
    }

    /** The same of drops in the same JVM. */
    static List<Line> oldAmongOwn(List<Line> all, int jvm) {
        List<Line> own = all.stream().filter(line -> line.jvm() == jvm).toList();
        return Stream.of(Deed.LOOKED_UP, Deed.CALLED)
                .flatMap(deed -> old(own, deed, drops(own)).stream())
                .toList();
    }

    private static List<Line> old(List<Line> all, Deed deed, List<NavigableMap<Long, Long>> drops) {
        return all.stream()
                .filter(line -> line.deed() == deed)
                .filter(line -> isOld(line, drops.get(line.key())))
                .toList();
    }

    private static boolean isOld(Line got, NavigableMap<Long, Long> drops) {
        var last = drops.lowerEntry(got.at());
        return last != null && last.getValue() > got.version();
    }

    /** How long before something old was asked for the first drop had returned that it is older than, in nanoseconds. */
    static long[] delays(List<Line> all, List<Line> old) {
        List<NavigableMap<Long, Long>> drops = drops(all);
        return old.stream()
                .mapToLong(got -> got.at()
                        - drops.get(got.key()).headMap(got.at()).entrySet().stream()
                                .filter(drop -> drop.getValue() > got.version())
                                .findFirst()
                                .orElseThrow()
                                .getKey())
                .sorted()
                .toArray();
    }
}
