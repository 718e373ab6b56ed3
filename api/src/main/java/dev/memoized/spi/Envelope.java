package dev.memoized.spi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How stores of bytes may write an entry: its facts, and the value behind them. What is read may be anything: it is an
 * entry, of a newer format, or unreadable, and never an exception.
 *
 * <p>Numbers are big-endian; texts have a length of two bytes and are in the form of {@link java.io.DataInput#readUTF}.
 *
 * <table>
 * <caption>Format 1</caption>
 * <tr><th>offset</th><th>bytes</th><th></th></tr>
 * <tr><td>0</td><td>4</td><td>{@code Memo}</td></tr>
 * <tr><td>4</td><td>1</td><td>the format, {@value #FORMAT}</td></tr>
 * <tr><td>{@value #AS_OF}</td><td>8</td><td>{@link Entry#asOf}: a script of the server may write it</td></tr>
 * <tr><td>{@value #COMPUTED_AT}</td><td>8</td><td>{@link Entry#computedAt} by the store's clock: the same</td></tr>
 * <tr><td>21</td><td>8</td><td>{@link Entry#computationTime}</td></tr>
 * <tr><td>29</td><td>1</td><td>the sum of 1 with a version and 2 with limits of its own</td></tr>
 * <tr><td>30</td><td></td><td>the version, a text, if there is one</td></tr>
 * <tr><td></td><td>8, 8</td><td>{@link Entry#ownLimits}, if there are any: of freshness, of life</td></tr>
 * <tr><td></td><td>2</td><td>how many tags follow, each a text</td></tr>
 * <tr><td></td><td>4</td><td>the length of the value, -1 for null; its bytes, and nothing behind them</td></tr>
 * </table>
 *
 * <p>The first bytes and the two offsets stay in all formats. Of a whole number that is to be incremented a store writes
 * the facts with null for the value, and the number as decimal text beside them ({@link ByteBackend}), or another form of
 * its own.
 */
public final class Envelope {
    /** The format that is written. */
    public static final int FORMAT = 1;

    /** Where the invalidation number begins. */
    public static final int AS_OF = 5;

    /** Where the time of the computation begins. */
    public static final int COMPUTED_AT = 13;

    /** How many tags an entry may have. */
    public static final int MOST_TAGS = 0xFFFF;

    /** How many characters a tag or a version may have, whatever they are. */
    public static final int LONGEST_TEXT = 0xFFFF / 3;

    private static final int MAGIC = 0x4D656D6F;
    private static final int SMALLEST = 36;
    private static final int WITH_VERSION = 1;
    private static final int WITH_LIMITS = 2;

    private Envelope() {}

    /** What bytes turned out to be. */
    public sealed interface Content {}

    /**
     * An entry.
     *
     * @param entry its time is that of the store's clock, and it is not soft
     */
    public record Whole(Entry<byte[]> entry) implements Content {

        /**
         * The entry for callers of this JVM.
         *
         * @param nanos when the computation began, in this JVM's {@link TimeSource#nanos()}
         * @return a copy
         */
        public Entry<byte[]> computedAt(long nanos) {
            return at(entry, nanos);
        }
    }

    /**
     * Written by a later release: a miss, but to be left where it is.
     *
     * @param format its number
     */
    public record Newer(int format) implements Content {}

    /** Anything else: a miss, to be counted. */
    public record Unreadable() implements Content {}

    /**
     * Writes an entry.
     *
     * @param entry its version is null or a {@code String}; whether it is soft is not written
     * @param computedAt when the computation began, by the store's clock
     * @return its bytes
     * @throws IllegalArgumentException when the version is something else, or it or a tag is longer than
     *     {@link #LONGEST_TEXT}, or there are more than {@link #MOST_TAGS}
     */
    public static byte[] write(Entry<byte[]> entry, long computedAt) {
        check(entry);
        byte[] value = entry.value();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128 + (value == null ? 0 : value.length));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeByte(FORMAT);
            out.writeLong(entry.asOf());
            out.writeLong(computedAt);
            out.writeLong(entry.computationTime());
            writeOptions(entry, out);
            writeTags(entry, out);
            out.writeInt(value == null ? -1 : value.length);
            if (value != null) {
                out.write(value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an array takes what is written", e);
        }
        return bytes.toByteArray();
    }

    private static void writeOptions(Entry<byte[]> entry, DataOutputStream out) throws IOException {
        OwnLimits limits = entry.ownLimits();
        out.writeByte((entry.version() == null ? 0 : WITH_VERSION) | (limits == null ? 0 : WITH_LIMITS));
        if (entry.version() instanceof String version) {
            out.writeUTF(version);
        }
        if (limits != null) {
            out.writeLong(limits.refreshAfter());
            out.writeLong(limits.expireAfter());
        }
    }

    private static void writeTags(Entry<byte[]> entry, DataOutputStream out) throws IOException {
        out.writeShort(entry.tags().size());
        for (String tag : entry.tags()) {
            out.writeUTF(tag);
        }
    }

    private static void check(Entry<byte[]> entry) {
        boolean isText = entry.version() == null || (entry.version() instanceof String text && isShort(text));
        if (!isText || !takes(entry.tags())) {
            throw new IllegalArgumentException(
                    "a version that is no short text, or tags that are too many or too long");
        }
    }

    /**
     * Whether an entry may have these tags.
     *
     * @param tags any
     * @return false when there are too many, or one is too long
     */
    public static boolean takes(Set<String> tags) {
        return tags.size() <= MOST_TAGS && tags.stream().allMatch(Envelope::isShort);
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_TEXT;
    }

    /**
     * Reads what may be an entry. No more is allocated than a small multiple of the bytes that are there.
     *
     * @param bytes anything; not kept
     * @param limit what is longer than this is not looked at
     * @return what it is
     */
    public static Content read(byte[] bytes, int limit) {
        if (bytes.length > limit || bytes.length < SMALLEST) {
            return new Unreadable();
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                return new Unreadable();
            }
            int format = in.readUnsignedByte();
            if (format > FORMAT) {
                return new Newer(format);
            }
            return format < FORMAT ? new Unreadable() : readEntry(in);
        } catch (IOException odd) {
            return new Unreadable();
        }
    }

    private static Content readEntry(DataInputStream in) throws IOException {
        long asOf = in.readLong();
        long computedAt = in.readLong();
        long computationTime = in.readLong();
        int options = in.readUnsignedByte();
        if (options > WITH_VERSION + WITH_LIMITS) {
            throw new IOException("no such option");
        }
        String version = (options & WITH_VERSION) == 0 ? null : readText(in);
        OwnLimits limits = (options & WITH_LIMITS) == 0 ? null : readLimits(in);
        Set<String> tags = readTags(in);
        byte[] value = readValue(in);
        return new Whole(new Entry<>(value, computedAt, computationTime, version, asOf, tags, false, limits));
    }

    private static OwnLimits readLimits(DataInputStream in) throws IOException {
        long refreshAfter = in.readLong();
        long expireAfter = in.readLong();
        if (Math.min(refreshAfter, expireAfter) < OwnLimits.OF_METHOD) {
            throw new IOException("no such limit");
        }
        return new OwnLimits(refreshAfter, expireAfter);
    }

    private static Set<String> readTags(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (2 * count > in.available()) {
            throw new IOException("more tags than bytes");
        }
        Set<String> tags = new LinkedHashSet<>();
        for (int i = 0; i < count; i++) {
            tags.add(readText(in));
        }
        return Set.copyOf(tags);
    }

    /** Looks at its length first: {@code readUTF} makes room for what is announced. */
    private static String readText(DataInputStream in) throws IOException {
        in.mark(2);
        int length = in.readUnsignedShort();
        if (length > in.available()) {
            throw new IOException("longer than what is there");
        }
        in.reset();
        return in.readUTF();
    }

    private static byte @Nullable [] readValue(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < -1 || Math.max(length, 0) != in.available()) {
            throw new IOException("the length is another");
        }
        return length == -1 ? null : in.readNBytes(length);
    }

    private static Entry<byte[]> at(Entry<byte[]> entry, long nanos) {
        return new Entry<>(
                entry.value(),
                nanos,
                entry.computationTime(),
                entry.version(),
                entry.asOf(),
                entry.tags(),
                entry.softlyInvalidated(),
                entry.ownLimits());
    }
}
