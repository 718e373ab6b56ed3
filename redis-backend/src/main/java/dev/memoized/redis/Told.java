package dev.memoized.redis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What a script is told of marks that it cannot see.
 *
 * @param known the number, and the marks of tags that it may find
 * @param ofKey the highest of the marks of its key
 * @param stamp the time in microseconds
 * @param isSure whether the number has just been asked for
 */
record Told(HeldMarks.Known known, Level ofKey, long stamp, boolean isSure) {

    /** As apart.lua takes it. */
    byte[] packed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(known.number());
            out.writeLong(stamp);
            out.writeBoolean(isSure);
            write(ofKey, out);
            out.writeShort(known.levels().size());
            for (var each : known.levels().entrySet()) {
                byte[] name = each.getKey().getBytes(StandardCharsets.ISO_8859_1);
                out.writeShort(name.length);
                write(each.getValue(), out);
                out.write(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(Level level, DataOutputStream out) throws IOException {
        out.writeLong(level.hard());
        out.writeLong(level.soft());
    }
}
