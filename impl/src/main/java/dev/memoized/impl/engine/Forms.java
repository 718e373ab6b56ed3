package dev.memoized.impl.engine;

import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.Storing;
import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides how values become bytes, and tells where they cannot. Thread-safe. */
public final class Forms implements AutoCloseable {
    private final Codecs codecs;

    /**
     * With these codecs.
     *
     * @param codecs of the application and of the library
     */
    public Forms(Codecs codecs) {
        this.codecs = codecs;
    }

    /**
     * The form of what a namespace holds. What a program stores is written with its own type where that is one of the usual
     * ones, so that all views of a namespace see it.
     *
     * @throws IllegalArgumentException when it cannot be kept as bytes
     */
    ValueForm of(String place, Values values, Storing storing) {
        ValueCodec scalar = Codecs.scalar();
        if (values.ofProgram() && isScalar(scalar, values.type())) {
            return new ValueForm(Object.class, scalar, storing.maximumValueSize());
        }
        Problems problems = new Problems();
        ValueCodec codec = check(place, values.type(), storing, problems);
        problems.joined().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        return new ValueForm(values.type(), Objects.requireNonNull(codec), storing.maximumValueSize());
    }

    private static boolean isScalar(ValueCodec scalar, Type type) {
        return type == Object.class || Codecs.refusal(scalar, type).isEmpty();
    }

    /**
     * The codec of a method's results.
     *
     * @param place class and method, for messages
     * @param problems takes the reason why they cannot be kept as bytes
     * @return null with a problem
     */
    public @Nullable ValueCodec check(String place, Type type, Storing storing, Problems problems) {
        String id = storing.codec();
        ValueCodec codec = id == null ? codecs.standard() : codecs.get(id);
        if (codec == null) {
            problems.add(id == null ? WiringMessage.CODEC_NONE.textAt(place) : codecs.unknownAt(place, id));
            return null;
        }
        Optional<String> refusal = Codecs.refusal(codec, type).map(reason -> reason.textAt(place));
        refusal.ifPresent(problems::add);
        return refusal.isPresent() ? null : codec;
    }

    @Override
    public void close() {
        codecs.close();
    }
}
