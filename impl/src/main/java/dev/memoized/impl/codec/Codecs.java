package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The codecs of a deployment, by id. Thread-safe. */
public final class Codecs implements AutoCloseable {
    private final Map<String, ValueCodec> known = new LinkedHashMap<>();

    /**
     * Those of the application, then the library's that its class path has everything for.
     *
     * @param beans whose ids go before the library's
     */
    public Codecs(List<? extends ValueCodec> beans) {
        beans.forEach(this::add);
        addIfPresent(() -> new JsonbCodec()); // a reference to the constructor would be linked here, in no try
        addIfPresent(() -> new JacksonCodec());
        add(new BytesCodec());
        add(scalar());
    }

    private void add(ValueCodec codec) {
        known.putIfAbsent(codec.id(), codec);
    }

    private void addIfPresent(Supplier<ValueCodec> codec) {
        try {
            add(codec.get());
        } catch (RuntimeException | LinkageError | ServiceConfigurationError withoutLibrary) {
            // Neither the API nor an implementation of it has to be there.
        }
    }

    /** For values whose type nobody declares. */
    public static ValueCodec scalar() {
        return new ScalarCodec();
    }

    /** JSON-B where it is present, else Jackson; null without both. */
    public @Nullable ValueCodec standard() {
        ValueCodec jsonb = known.get("jsonb");
        return jsonb == null ? known.get("jackson") : jsonb;
    }

    /** The codec with an id; null when there is none. */
    public @Nullable ValueCodec get(String id) {
        return known.get(id);
    }

    /**
     * For an id that no codec has.
     *
     * @param place where it is named
     */
    public String unknownAt(String place, String id) {
        return WiringMessage.CODEC_UNKNOWN.textAt(place, id, String.join(", ", known.keySet()));
    }

    /** Why a codec does not take a type; empty when it does. */
    public static Optional<Refusal> refusal(ValueCodec codec, Type type) {
        return codec instanceof TypedCodec ours
                ? ours.refused(type)
                : codec.refusal(type)
                        .map(why -> new Refusal(WiringMessage.CODEC_REFUSES, codec.id(), type.getTypeName(), why));
    }

    @Override
    public void close() {
        for (ValueCodec codec : known.values()) {
            if (codec instanceof TypedCodec ours) {
                ours.close();
            }
        }
    }
}
