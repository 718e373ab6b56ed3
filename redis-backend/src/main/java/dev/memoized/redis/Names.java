package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.memoized.spi.Mark;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import redis.clients.jedis.util.JedisClusterCRC16;

/**
 * What things of one backend are called in Redis. Texts are in the form of {@link java.io.DataInput#readUTF}, as in an
 * envelope, where scripts find tags.
 */
final class Names {
    /** Unless another one is set. */
    static final String USUAL_PREFIX = "memoized";

    /** Where a cluster has the number and all marks, whatever the prefix. */
    static final int MARKS_SLOT = JedisClusterCRC16.getSlot("marks");

    private final String prefix;
    /** In one slot of a cluster, so that one script raises them and the number. */
    private final String marks;

    private final byte[] tags;
    private final byte[] number;
    private final byte[] channel;

    /**
     * What is called so.
     *
     * @param database channels are common to all of a server
     */
    Names(String prefix, int database) {
        this.prefix = prefix;
        this.marks = prefix + ":{marks}:";
        this.tags = utf(marks + "tag:");
        this.number = utf(marks + "number");
        this.channel = utf(prefix + ":changes:" + database);
    }

    /**
     * A prefix that will do.
     *
     * @throws IllegalArgumentException there are braces in it, which tell a cluster what lies together
     */
    static String checked(String prefix) {
        if (prefix.contains("{") || prefix.contains("}")) {
            throw new IllegalArgumentException("key-prefix: without braces");
        }
        return prefix;
    }

    /** What the names of tags' marks begin with. */
    byte[] tags() {
        return tags.clone();
    }

    /** The number that only grows. */
    byte[] number() {
        return number.clone();
    }

    /** How many writes there were, where that is counted. */
    byte[] written() {
        return utf(marks + "written");
    }

    byte[] channel() {
        return channel.clone();
    }

    byte[] mark(Mark mark) {
        return switch (mark.kind()) {
            case TAG -> tag(mark.name());
            case NAMESPACE -> utf(marks + "namespace:" + mark.name());
            case GROUP -> utf(marks + "group:" + escaped(mark.name()) + ":" + mark.part());
        };
    }

    byte[] tag(String tag) {
        return joined(tags, utf(tag));
    }

    byte[] entry(byte[] slot) {
        return joined(utf(prefix + ":entry:"), slot);
    }

    byte[] leases(byte[] slot) {
        return joined(utf(prefix + ":lease:"), slot);
    }

    /** What all names of one entry have in braces, so that they lie in one slot of a cluster. */
    static byte[] slot(String namespace, String schema, String key) {
        return utf("{" + escaped(namespace) + ":" + escaped(schema) + ":" + key + "}");
    }

    /** Names end where the next part begins, and braces are ours. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace(":", "%3A").replace("{", "%7B").replace("}", "%7D");
    }

    /** Bytes as they are; only to be compared. */
    static String text(byte[] name) {
        return new String(name, ISO_8859_1);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] utf(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 2);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(text);
        } catch (IOException e) {
            throw new UncheckedIOException("longer than a name may be", e);
        }
        return Arrays.copyOfRange(bytes.toByteArray(), 2, bytes.size());
    }
}
