package dev.memoized.tck.arc;

import io.quarkus.arc.Arc;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** ArC knows one container in a JVM: a test that deploys something else meanwhile has its own put aside. */
final class OtherContainer implements AutoCloseable {
    private final @Nullable Object other;

    /** Puts it aside, if there is one. */
    OtherContainer() {
        try {
            other = place().get(null);
            place().set(null, null);
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
    }

    private static Field place() {
        try {
            Field instance = Arc.class.getDeclaredField("INSTANCE");
            instance.setAccessible(true);
            return instance;
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException(changed);
        }
    }

    /** Ends the present one, and puts the other one back. */
    @Override
    public void close() {
        Arc.shutdown();
        try {
            place().set(null, other);
        } catch (IllegalAccessException changed) {
            throw new IllegalStateException(changed);
        }
    }
}
