package dev.memoized.impl.codec;

import static dev.memoized.impl.log.WiringMessage.CODEC_NARROW;
import static dev.memoized.impl.log.WiringMessage.CODEC_REFUSES;
import static dev.memoized.impl.log.WiringMessage.TYPE_ABSTRACT;
import static dev.memoized.impl.log.WiringMessage.TYPE_LOST;
import static dev.memoized.impl.log.WiringMessage.TYPE_OPEN;
import static dev.memoized.impl.log.WiringMessage.TYPE_RAW;
import static dev.memoized.impl.log.WiringMessage.TYPE_UNMADE;
import static dev.memoized.impl.log.WiringMessage.TYPE_WILDCARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.ValueCodec;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.Calendar;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Types that would come back as something else are told before there is a value. */
class RefusalsTest {
    private final ValueCodec jsonb = new JsonbCodec();
    private final ValueCodec jackson = new JacksonCodec();

    private static final Map<Type, WiringMessage> BY_BOTH = Map.ofEntries(
            Map.entry(Object.class, TYPE_OPEN),
            Map.entry(Number.class, TYPE_OPEN),
            Map.entry(Serializable.class, TYPE_OPEN),
            Map.entry(Object[].class, TYPE_OPEN),
            Map.entry(Shapes.type("open"), TYPE_OPEN),
            Map.entry(Shapes.type("wild"), TYPE_WILDCARD),
            Map.entry(Shapes.type("variable"), TYPE_WILDCARD),
            Map.entry(List.class, TYPE_RAW),
            Map.entry(Shapes.type("raw"), TYPE_RAW),
            Map.entry(Shapes.Box.class, TYPE_RAW),
            Map.entry(Shapes.Figure.class, TYPE_ABSTRACT),
            Map.entry(Shapes.type("figures"), TYPE_ABSTRACT),
            Map.entry(Shapes.Fixed.class, TYPE_UNMADE),
            Map.entry(Shapes.type("nested"), TYPE_LOST),
            Map.entry(Shapes.type("deeply"), TYPE_LOST),
            Map.entry(Shapes.type("optionalKeys"), TYPE_LOST),
            Map.entry(Shapes.type("pair"), TYPE_LOST),
            Map.entry(Calendar.class, TYPE_LOST),
            Map.entry(BitSet.class, TYPE_LOST),
            Map.entry(AtomicLong.class, TYPE_LOST),
            Map.entry(Class.class, TYPE_RAW));

    private static final Map<Type, WiringMessage> BY_JSONB = Map.of(
            Shapes.type("box"),
            TYPE_LOST,
            Shapes.type("boxes"),
            TYPE_LOST,
            Year.class,
            TYPE_LOST,
            Locale.class,
            TYPE_LOST,
            Currency.class,
            TYPE_LOST,
            Shapes.Hidden.class,
            TYPE_UNMADE);

    private static final Map<Type, WiringMessage> BY_JACKSON = Map.of(Shapes.type("objectKeys"), TYPE_LOST);

    @TestFactory
    Stream<DynamicTest> type_isRefusedWithItsReason() {
        return Stream.of(
                        tests(jsonb, BY_BOTH),
                        tests(jackson, BY_BOTH),
                        tests(jsonb, BY_JSONB),
                        tests(jackson, BY_JACKSON))
                .flatMap(each -> each);
    }

    private static Stream<DynamicTest> tests(ValueCodec codec, Map<Type, WiringMessage> reasons) {
        return reasons.entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(codec.id() + " " + each.getKey(), () -> {
                    Refusal refusal = Codecs.refusal(codec, each.getKey()).orElseThrow();
                    assertThat(refusal.reason()).isEqualTo(each.getValue());
                    assertThat(refusal.textAt("Books.all()"))
                            .startsWith(each.getValue().id() + " Books.all(): the codec " + codec.id())
                            .contains(codec.id())
                            .endsWith(".");
                    assertThat(codec.refusal(each.getKey()).orElseThrow()).doesNotEndWith(".");
                }));
    }

    @Test
    void whatIsInside_isNamedWithItsPlace() {
        record Holder(List<Object> things) {}
        Refusal refusal = Codecs.refusal(jackson, Holder.class).orElseThrow();
        assertThat(refusal.detail()).isEqualTo("java.lang.Object in " + Holder.class.getTypeName());
    }

    @Test
    void narrowCodecs_sayWhatTheyTake() {
        assertThat(reasonOf(new BytesCodec(), Integer.class)).contains(CODEC_NARROW);
        assertThat(reasonOf(new BytesCodec(), String.class)).isEmpty();
        assertThat(reasonOf(new ScalarCodec(), Shapes.Author.class)).contains(CODEC_NARROW);
        assertThat(reasonOf(new ScalarCodec(), LocalDate.class)).isEmpty();
        assertThat(reasonOf(Samples.serialization(), Shapes.Author.class)).isEmpty();
        assertThat(reasonOf(Samples.serialization(), Shapes.Book.class)).contains(CODEC_NARROW);
    }

    private static Optional<WiringMessage> reasonOf(ValueCodec codec, Type type) {
        return Codecs.refusal(codec, type).map(Refusal::reason);
    }

    @Test
    void codecOfTheApplication_isQuoted() {
        Refusal refusal = Codecs.refusal(new OwnCodec("mine"), String.class).orElseThrow();
        assertThat(refusal.reason()).isEqualTo(CODEC_REFUSES);
        assertThat(refusal.textAt("here")).contains("the codec mine refuses java.lang.String: not today");
    }

    @Test
    void jacksonWithoutItsModules_refusesWhatTheyBring() {
        ValueCodec bare = new JacksonCodec(List.of());
        assertThat(reasonOf(bare, LocalDate.class)).contains(TYPE_LOST);
        assertThat(reasonOf(bare, Shapes.type("maybe"))).contains(TYPE_LOST);
        assertThat(reasonOf(bare, String.class)).isEmpty();
    }

    /** An application's. */
    record OwnCodec(String id) implements ValueCodec {
        @Override
        public Optional<String> refusal(Type type) {
            return Optional.of("not today");
        }

        @Override
        public byte[] encode(Object value, Type type) {
            return new byte[0];
        }

        @Override
        public Object decode(byte[] bytes, Type type) {
            return "";
        }
    }

    @Test
    void codecs_areFoundById() {
        OwnCodec mine = new OwnCodec("mine");
        OwnCodec instead = new OwnCodec("bytes");
        try (Codecs codecs = new Codecs(() -> List.of(mine, instead))) {
            assertThat(codecs.get("mine")).isSameAs(mine);
            assertThat(codecs.get("bytes")).isSameAs(instead);
            assertThat(codecs.get("jackson")).isInstanceOf(JacksonCodec.class);
            assertThat(codecs.standard()).isInstanceOf(JsonbCodec.class);
            assertThat(codecs.get("other")).isNull();
            assertThat(codecs.unknownAt("memoized.default.codec", "other"))
                    .startsWith("MEMO0227 memoized.default.codec: there is no codec \"other\"")
                    .contains("mine, bytes, jsonb, jackson, scalar");
        }
    }
}
