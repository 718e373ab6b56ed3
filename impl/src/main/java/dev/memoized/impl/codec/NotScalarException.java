package dev.memoized.impl.codec;

import dev.memoized.MemoizedException;
import dev.memoized.impl.log.StoreMessage;
import java.io.Serial;

/** A value that can be stored with its declared type only. */
public final class NotScalarException extends MemoizedException {
    @Serial
    private static final long serialVersionUID = 1L;

    NotScalarException(Class<?> type) {
        super(StoreMessage.TYPE_NOT_SCALAR.text(type.getTypeName()), false);
    }
}
