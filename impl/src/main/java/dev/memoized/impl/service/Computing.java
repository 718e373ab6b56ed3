package dev.memoized.impl.service;

import dev.memoized.impl.engine.MemoizedMethod;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Brings a program's computation to the engine. */
final class Computing {
    private Computing() {}

    static @Nullable Object call(Views views, MemoizedMethod method, String key, Callable<?> computation)
            throws Exception {
        try {
            Handed door = new Handed(computation, views.renewals());
            return views.engine().call(method, new Object[] {key}, computation, door);
        } catch (Exception | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
