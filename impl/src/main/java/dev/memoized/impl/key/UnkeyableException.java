package dev.memoized.impl.key;

import dev.memoized.MemoizedException;
import java.io.Serial;

/** An argument that no key can be made of. Names classes, never values, and carries neither stack trace nor cause. */
public final class UnkeyableException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String CURE = "; leave it out with @CacheKey or @CacheKeyIgnore, or name a KeyGenerator";

    private UnkeyableException(String message) {
        super(message, false);
    }

    static UnkeyableException identity(Class<?> type) {
        return new UnkeyableException(type.getName() + " has no equals and hashCode of its own" + CURE);
    }

    static UnkeyableException irreflexive(Class<?> type) {
        return new UnkeyableException("a " + type.getName() + " does not equal itself" + CURE);
    }

    // Of what was thrown only the class: its message may repeat the argument.
    static UnkeyableException thrown(Class<?> type, Throwable thrown) {
        return new UnkeyableException("reading a " + type.getName() + " as part of a key threw "
                + thrown.getClass().getName() + CURE);
    }

    static UnkeyableException ambiguous(Class<?> type) {
        return new UnkeyableException("two elements of a " + type.getName() + " have equal content" + CURE);
    }

    static UnkeyableException tooDeep(Class<?> type, int deepest) {
        return new UnkeyableException("a " + type.getName() + " lies more than " + deepest + " levels deep" + CURE);
    }

    static UnkeyableException tooMany(Class<?> type, int most) {
        return new UnkeyableException("a " + type.getName() + " goes beyond the " + most + " elements of a key" + CURE);
    }

    static UnkeyableException tooLong(int most) {
        return new UnkeyableException("a key of more than " + most + " bytes cannot be written" + CURE);
    }

    static UnkeyableException formless(Class<?> type) {
        return new UnkeyableException(
                "a " + type.getName() + " cannot be written as text for a remote store: its fields"
                        + " are not known to be the whole of its equality; name a KeyGenerator that returns text, numbers,"
                        + " records or lists, or mark the parameters that matter with @CacheKey");
    }
}
