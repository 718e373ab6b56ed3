package dev.memoized.impl.codec;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What an encoded value is inside of an entry: the letter {@code m}, the format, the kind, the codec's id, the type's
 * fingerprint, the end of the key, and the value's bytes with their length. Its first byte is neither digit nor minus sign:
 * those begin the decimal text of a number that is counted.
 */
final class Payload {
    /** To be raised when bytes of this format would be taken for something else. */
    static final int FORMAT = 1;

    /** As long as the digest in a key's text. */
    static final int KEY_CHARACTERS = 43;

    private static final byte FIRST = 'm';

    private final Kind kind;
    private final String codec;
    private final long fingerprint;
    private final String key;
    private final byte[] body;

    /**
     * A value, or what says that there is none.
     *
     * @param kind whether there is a value
     * @param codec its id, ASCII
     * @param fingerprint of the declared type
     * @param key the end of the key's text
     * @param body written by the codec, not copied; empty without a value
     */
    Payload(Kind kind, String codec, long fingerprint, String key, byte[] body) {
        this.kind = kind;
        this.codec = codec;
        this.fingerprint = fingerprint;
        this.key = key;
        this.body = body;
    }

    Kind kind() {
        return kind;
    }

    String codec() {
        return codec;
    }

    long fingerprint() {
        return fingerprint;
    }

    String key() {
        return key;
    }

    /** Not copied. */
    byte[] body() {
        return body;
    }

    /** What was stored. */
    enum Kind {
        NULL('n'),
        EMPTY('e'),
        VALUE('v');

        private final byte letter;

        Kind(char letter) {
            this.letter = (byte) letter;
        }

        private static Kind of(byte letter) {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new UnreadableException("it is of no known kind");
        }
    }

    /** The part of a key's text that an entry repeats. */
    static String endOf(String key) {
        return key.substring(Math.max(0, key.length() - KEY_CHARACTERS));
    }

    byte[] write() {
        byte[] id = codec.getBytes(StandardCharsets.UTF_8);
        byte[] end = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(3 + 1 + id.length + Long.BYTES + 1 + end.length + Integer.BYTES + body.length)
                .put(FIRST)
                .put((byte) FORMAT)
                .put(kind.letter)
                .put((byte) id.length)
                .put(id)
                .putLong(fingerprint)
                .put((byte) end.length)
                .put(end)
                .putInt(body.length)
                .put(body)
                .array();
    }

    /**
     * Reads what may be a payload; each length is compared with what is there before there is room made for it.
     *
     * @throws UnreadableException when it is none, or larger than the limit
     */
    static Payload read(byte[] bytes, int limit) {
        if (bytes.length > limit) {
            throw new UnreadableException("it is too large");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (next(in, 3).get() != FIRST) {
            throw new UnreadableException("it does not begin as ours do");
        }
        checkFormat(Byte.toUnsignedInt(in.get()));
        Kind kind = Kind.of(in.get());
        String codec = text(in);
        long fingerprint = next(in, Long.BYTES).getLong();
        String key = text(in);
        int length = next(in, Integer.BYTES).getInt();
        if (length != in.remaining() || (kind != Kind.VALUE && length > 0)) {
            throw new UnreadableException("its length is another");
        }
        return new Payload(kind, codec, fingerprint, key, take(in, length));
    }

    private static void checkFormat(int format) {
        if (format > FORMAT) {
            throw UnreadableException.newerFormat();
        }
        if (format < FORMAT) {
            throw new UnreadableException("there is no such format");
        }
    }

    private static String text(ByteBuffer in) {
        int length = Byte.toUnsignedInt(next(in, 1).get());
        return new String(take(in, length), StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuffer in, int length) {
        next(in, length);
        byte[] some = new byte[length];
        in.get(some);
        return some;
    }

    private static ByteBuffer next(ByteBuffer in, int length) {
        if (in.remaining() < length) {
            throw new UnreadableException("it ends too early");
        }
        return in;
    }
}
