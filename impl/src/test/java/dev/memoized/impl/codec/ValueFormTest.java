package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.codec.Shapes.Author;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValueFormTest {
    private static final int LIMIT = 1_000;

    private final ValueForm text = new ValueForm(String.class, new BytesCodec(), LIMIT);

    private static void assertUnreadable(ValueForm form, byte[] bytes, String key, String oddity) {
        assertThatThrownBy(() -> form.decode(bytes, key))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(oddity)
                .hasNoCause();
    }

    @Test
    void formatOne_isWrittenLikeThis() throws Exception {
        String written = new String(text.encode("v", "key"), StandardCharsets.ISO_8859_1);
        assertThat(written).startsWith("m\u0001v\u0005bytes").endsWith("\u0003key\u0000\u0000\u0000\u0001v");
    }

    @Test
    void ofALongKey_theEndIsWritten() throws Exception {
        byte[] bytes = text.encode("v", "x".repeat(100) + "y".repeat(42));
        assertThat(text.decode(bytes, "z".repeat(10) + "x" + "y".repeat(42))).isEqualTo("v");
        assertUnreadable(text, bytes, "y".repeat(43), "another key");
    }

    @Test
    void nullAndEmptyAndPresent_areToldApart() throws Exception {
        ValueForm maybe = new ValueForm(Shapes.type("maybe"), new JsonbCodec(), LIMIT);
        assertThat(maybe.decode(maybe.encode(null, "k"), "k")).isNull();
        assertThat(maybe.decode(maybe.encode(Optional.empty(), "k"), "k")).isEqualTo(Optional.empty());
        Optional<Author> present = Optional.of(Samples.author());
        assertThat(maybe.decode(maybe.encode(present, "k"), "k")).isEqualTo(present);
    }

    @Test
    void otherKeyOrCodecOrType_isUnreadable() throws Exception {
        byte[] bytes = text.encode("v", "key");
        assertUnreadable(text, bytes, "another", "another key");
        assertUnreadable(new ValueForm(String.class, new JsonbCodec(), LIMIT), bytes, "key", "another codec");
        assertUnreadable(new ValueForm(byte[].class, new BytesCodec(), LIMIT), bytes, "key", "another type");
    }

    @Test
    void truncatedOrLengthened_isUnreadable() throws Exception {
        byte[] bytes = text.encode("value", "key");
        for (int length = 0; length < bytes.length; length++) {
            assertUnreadable(text, Arrays.copyOf(bytes, length), "key", "");
        }
        assertUnreadable(text, Arrays.copyOf(bytes, bytes.length + 1), "key", "length");
    }

    @Test
    void oddHeader_isUnreadable() throws Exception {
        byte[] bytes = text.encode("value", "key");
        assertUnreadable(text, with(bytes, 0, '1'), "key", "begin");
        assertUnreadable(text, with(bytes, 1, 0), "key", "format");
        assertUnreadable(text, with(bytes, 2, 'x'), "key", "kind");
        assertUnreadable(text, with(bytes, 2, 'n'), "key", "length");
        assertUnreadable(text, with(bytes, bytes.length - 9, 0x7F), "key", "length");
        assertUnreadable(text, with(bytes, bytes.length - 9, 0xFF), "key", "length");
        assertUnreadable(text, new byte[LIMIT + 1], "key", "too large");
    }

    @Test
    void emptyWhereNoneIsDeclared_isUnreadable() throws Exception {
        byte[] bytes = with(text.encode("", "key"), 2, 'e');
        assertUnreadable(text, bytes, "key", "empty Optional");
    }

    @Test
    void newerFormat_isTold() throws Exception {
        byte[] bytes = with(text.encode("value", "key"), 1, 2);
        assertThatThrownBy(() -> text.decode(bytes, "key"))
                .isInstanceOfSatisfying(UnreadableException.class, odd -> assertThat(odd.isNewer())
                        .isTrue());
    }

    private static byte[] with(byte[] bytes, int offset, int value) {
        byte[] other = bytes.clone();
        other[offset] = (byte) value;
        return other;
    }

    @Test
    void codecThatFails_isNamedAndNothingElse() throws Exception {
        ValueForm failing = new ValueForm(String.class, new FailingCodec(), LIMIT);
        byte[] bytes = failing.encode("secret", "key");
        assertThatThrownBy(() -> failing.decode(bytes, "key"))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("its codec failed: java.lang.StackOverflowError");
    }

    /** Reads nothing. */
    private record FailingCodec() implements ValueCodec {
        @Override
        public String id() {
            return "failing";
        }

        @Override
        public Optional<String> refusal(Type type) {
            return Optional.empty();
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return value.toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] bytes, Type type) {
            throw new StackOverflowError("secret");
        }
    }

    @Test
    void nestedDeeplyInJson_isUnreadable() throws Exception {
        int deep = 200_000;
        String json = "[".repeat(deep) + "]".repeat(deep);
        for (ValueCodec codec : new ValueCodec[] {new JsonbCodec(), new JacksonCodec()}) {
            ValueForm form = new ValueForm(Shapes.Chain.class, codec, 4 * deep);
            long print = Fingerprint.of(Shapes.Chain.class);
            Payload payload =
                    new Payload(Payload.Kind.VALUE, codec.id(), print, "key", json.getBytes(StandardCharsets.US_ASCII));
            assertUnreadable(form, payload.write(), "key", "its codec failed");
        }
    }

    /** Found by the fuzzer: Parsson looked for the end of the array for ever. */
    @Test
    void jsonThatEndsInsideOfAnUnknownProperty_isUnreadable() {
        ValueCodec jsonb = new JsonbCodec();
        ValueForm form = new ValueForm(Shapes.Plain.class, jsonb, LIMIT);
        for (String json : new String[] {"{\"x\":[1,", "{\"x\":{\"y\":", "{\"x\":[1}", "{\"x\":\"", "{\"x\":[\"\\"}) {
            byte[] body = json.getBytes(StandardCharsets.US_ASCII);
            long print = Fingerprint.of(Shapes.Plain.class);
            Payload payload = new Payload(Payload.Kind.VALUE, jsonb.id(), print, "key", body);
            assertUnreadable(form, payload.write(), "key", "its codec failed");
        }
    }

    @Test
    void jsonNesting_isToldFromItsTexts() {
        for (String closed : new String[] {"", "1", "[]", "{\"a\":[{}]}", "\"[\\\"{\"", "[\"\\\\\"]"}) {
            assertThat(JsonNesting.isClosed(closed)).as(closed).isTrue();
        }
        for (String open :
                new String[] {"[", "]", "[}", "{]", "\"", "\"\\\"", "[[]", "[]]", "[".repeat(501) + "]".repeat(501)}) {
            assertThat(JsonNesting.isClosed(open)).as(open).isFalse();
        }
    }

    @Test
    void decimalText_isANumberOfTheDeclaredType() {
        assertThat(number("5", Object.class)).isEqualTo(5);
        assertThat(number("5", Long.class)).isEqualTo(5L);
        assertThat(number("-9223372036854775808", Object.class)).isEqualTo(Long.MIN_VALUE);
        for (String odd : new String[] {"5x", "-", "9223372036854775808", "0".repeat(1000)}) {
            assertThatThrownBy(() -> number(odd, Object.class)).isInstanceOf(UnreadableException.class);
        }
        assertThatThrownBy(() -> number("5000000000", Integer.class)).isInstanceOf(UnreadableException.class);
        assertThatThrownBy(() -> number("5", String.class)).isInstanceOf(UnreadableException.class);
    }

    private static Object number(String text, Type type) {
        return DecimalText.number(text.getBytes(StandardCharsets.US_ASCII), type);
    }
}
