package dev.memoized.impl.codec;

import dev.memoized.spi.ValueCodec;
import java.lang.reflect.Type;
import java.util.Optional;

/** A codec of this library: its refusals have ids. */
interface TypedCodec extends ValueCodec, AutoCloseable {

    /** Why it does not take a type; empty when it does. */
    Optional<Refusal> refused(Type type);

    @Override
    default Optional<String> refusal(Type type) {
        return refused(type).map(Refusal::sentence);
    }

    /** Gives up what it holds. */
    @Override
    default void close() {}
}
