package dev.memoized.spi;

import java.lang.reflect.Type;
import java.util.Optional;

/**
 * Turns values into bytes and back. What is decoded is of the type that the method or the program declares, never of one
 * that the bytes name. Make one a CDI bean and name it in {@code codec} settings by its id. Thread-safe.
 */
public interface ValueCodec {

    /**
     * What entries are marked with; one of another codec is not read.
     *
     * @return 1 to 16 characters of {@code [a-z0-9-]}, the same for ever
     */
    String id();

    /**
     * Whether values of a type would come back as something else. Asked while the deployment is checked.
     *
     * @param type declared, with its arguments
     * @return why and what to do instead, without a full stop; empty when it is all right
     */
    Optional<String> refusal(Type type);

    /**
     * Writes a value.
     *
     * @param value of that type; never null, and an {@link Optional}'s value comes without it
     * @param type declared, with its arguments
     * @return its bytes
     * @throws Exception when it cannot be written: it is not stored
     */
    byte[] encode(Object value, Type type) throws Exception;

    /**
     * Reads a value.
     *
     * @param bytes maybe not ours
     * @param type declared, with its arguments
     * @return equal to what was written
     * @throws Exception when these are no bytes of such a value: a miss
     */
    Object decode(byte[] bytes, Type type) throws Exception;
}
