package dev.memoized.impl.key;

import java.util.Arrays;

/** Bytes that tell what was written: each piece has a fixed length or carries its length. */
final class CanonicalBytes {
    private static final int MOST = 16 << 20;

    private byte[] bytes = new byte[128];
    private int length;

    byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    CanonicalBytes tag(char tag) {
        return raw(tag, 1);
    }

    CanonicalBytes number(int number) {
        return raw(number, Integer.BYTES);
    }

    CanonicalBytes number(long number) {
        return raw(number, Long.BYTES);
    }

    /** In UTF-16 units: a charset encoder would turn all lone surrogates into one and the same question mark. */
    CanonicalBytes text(String text) {
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            raw(text.charAt(i), Character.BYTES);
        }
        return this;
    }

    CanonicalBytes bytes(byte[] some) {
        number(some.length);
        room(some.length);
        System.arraycopy(some, 0, bytes, length, some.length);
        length += some.length;
        return this;
    }

    /** The low bytes of a number, the highest first. */
    CanonicalBytes raw(long number, int size) {
        room(size);
        for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
            bytes[length++] = (byte) (number >>> shift);
        }
        return this;
    }

    private void room(int more) {
        if (more > MOST - length) {
            throw UnkeyableException.tooLong(MOST);
        }
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
