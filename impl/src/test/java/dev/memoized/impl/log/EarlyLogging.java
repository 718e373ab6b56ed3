package dev.memoized.impl.log;

import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Says the first message of each JVM before a test fills the stack: what is loaded for it, as classes of
 * {@code java.util.logging}, is unusable for good when the stack overflows meanwhile.
 */
public final class EarlyLogging implements BeforeAllCallback {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext test) {
        if (SAID.compareAndSet(false, true)) {
            System.getLogger("dev.memoized").log(Level.WARNING, "this JVM can log");
        }
    }
}
