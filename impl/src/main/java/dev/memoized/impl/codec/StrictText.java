package dev.memoized.impl.codec;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that loses nothing: what it cannot write or read is refused, never replaced. */
final class StrictText {
    private StrictText() {}

    /**
     * As bytes.
     *
     * @throws CharacterCodingException for half of a surrogate pair
     */
    static byte[] bytes(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] all = new byte[bytes.remaining()];
        bytes.get(all);
        return all;
    }

    /**
     * As text.
     *
     * @throws CharacterCodingException when the bytes are none
     */
    static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}
