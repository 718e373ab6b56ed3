package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import java.lang.reflect.Type;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Bytes and texts as they are. */
final class BytesCodec implements TypedCodec {
    @Override
    public String id() {
        return "bytes";
    }

    @Override
    public Optional<Refusal> refused(Type type) {
        return isText(type) || type == byte[].class
                ? Optional.empty()
                : Optional.of(new Refusal(WiringMessage.CODEC_NARROW, id(), "byte[] and String", type.getTypeName()));
    }

    private static boolean isText(Type type) {
        return type == String.class;
    }

    @Override
    public byte[] encode(Object value, Type type) throws CharacterCodingException {
        return isText(type) ? StrictText.bytes((String) value) : ((byte[]) value).clone();
    }

    @Override
    public Object decode(byte[] bytes, Type type) throws CharacterCodingException {
        return isText(type) ? StrictText.text(bytes) : bytes.clone();
    }
}
