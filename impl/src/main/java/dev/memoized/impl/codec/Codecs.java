package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The codecs of a deployment, by id, made when the first one is asked for: an application that keeps no bytes pays for none.
 * Thread-safe.
 */
public final class Codecs implements AutoCloseable {
    private final AtomicReference<@Nullable Map<String, ValueCodec>> known = new AtomicReference<>();
    private final Supplier<? extends List<? extends ValueCodec>> beans;

    /**
     * Those of the application, then the library's that its class path has everything for.
     *
     * @param beans whose ids go before the library's; asked when a codec is
     */
    public Codecs(Supplier<? extends List<? extends ValueCodec>> beans) {
        this.beans = beans;
    }

    /** Made outside of any lock: that runs code of the application. */
    private Map<String, ValueCodec> known() {
        Map<String, ValueCodec> all = known.get();
        if (all != null) {
            return all;
        }
        Map<String, ValueCodec> made = make();
        if (known.compareAndSet(null, made)) {
            return made;
        }
        close(made);
        return Objects.requireNonNull(known.get());
    }

    private Map<String, ValueCodec> make() {
        Map<String, ValueCodec> all = new LinkedHashMap<>();
        beans.get().forEach(each -> all.putIfAbsent(each.id(), each));
        addIfPresent(all, () -> new JsonbCodec()); // a reference to the constructor would be linked here, in no try
        addIfPresent(all, () -> new JacksonCodec());
        List.of(new BytesCodec(), scalar()).forEach(each -> all.putIfAbsent(each.id(), each));
        return all;
    }

    private static void addIfPresent(Map<String, ValueCodec> all, Supplier<ValueCodec> making) {
        try {
            ValueCodec codec = making.get();
            all.putIfAbsent(codec.id(), codec);
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
        ValueCodec jsonb = known().get("jsonb");
        return jsonb == null ? known().get("jackson") : jsonb;
    }

    /** The codec with an id; null when there is none. */
    public @Nullable ValueCodec get(String id) {
        return known().get(id);
    }

    /**
     * For an id that no codec has.
     *
     * @param place where it is named
     */
    public String unknownAt(String place, String id) {
        return WiringMessage.CODEC_UNKNOWN.textAt(place, id, String.join(", ", known().keySet()));
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
        Map<String, ValueCodec> all = known.get();
        if (all != null) {
            close(all);
        }
    }

    private static void close(Map<String, ValueCodec> all) {
        for (ValueCodec codec : all.values()) {
            if (codec instanceof TypedCodec ours) {
                ours.close();
            }
        }
    }
}
