package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;

/**
 * Values that say whose they are, and whether they are whole: of a key with a name its bytes and their digest, of a counter
 * the remainder of its number.
 */
final class Stamp {
    static final int COUNTERS = 20;

    private static final String COUNTER = "count";
    private static final int[] SIZES = {10, 100, 1_000, 10_000};
    private static final int DIGEST = 32;

    /** What a value turned out to be. */
    enum Verdict {
        OWN,
        ANOTHERS,
        DAMAGED
    }

    private Stamp() {}

    static String counter(int number) {
        return COUNTER + number;
    }

    /** A value of this key, of some size. */
    static byte[] value(String key, Random random) {
        return key.startsWith(COUNTER) ? number(key, random) : text(key, random);
    }

    private static byte[] number(String key, Random random) {
        return Long.toString(remainder(key) + COUNTERS * (long) random.nextInt(1_000))
                .getBytes(ISO_8859_1);
    }

    private static int remainder(String counter) {
        return Integer.parseInt(counter.substring(COUNTER.length()));
    }

    private static byte[] text(String key, Random random) {
        byte[] filling = new byte[SIZES[random.nextInt(SIZES.length)]];
        random.nextBytes(filling);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(filling.length + 100);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(key);
            out.write(filling);
            out.write(digest(bytes.toByteArray()));
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
        return bytes.toByteArray();
    }

    static Verdict of(String key, byte[] value) {
        return key.startsWith(COUNTER) ? ofNumber(key, value) : ofText(key, value);
    }

    private static Verdict ofNumber(String key, byte[] value) {
        try {
            return ofNumber(key, Long.parseLong(new String(value, ISO_8859_1)));
        } catch (NumberFormatException odd) {
            return Verdict.DAMAGED;
        }
    }

    static Verdict ofNumber(String key, long number) {
        return number % COUNTERS == remainder(key) ? Verdict.OWN : Verdict.ANOTHERS;
    }

    private static Verdict ofText(String key, byte[] value) {
        int end = Math.max(0, value.length - DIGEST);
        byte[] stamped = Arrays.copyOf(value, end);
        if (!Arrays.equals(digest(stamped), Arrays.copyOfRange(value, end, value.length))) {
            return Verdict.DAMAGED;
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(stamped))) {
            return in.readUTF().equals(key) ? Verdict.OWN : Verdict.ANOTHERS;
        } catch (IOException odd) {
            return Verdict.DAMAGED;
        }
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
