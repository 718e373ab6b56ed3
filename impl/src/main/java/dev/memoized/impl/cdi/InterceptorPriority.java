package dev.memoized.impl.cdi;

import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Problems;
import jakarta.annotation.Priority;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.Interceptor;
import java.io.Serial;

/**
 * The place of our interceptor in the chain: behind security, so that who is denied never gets a hit, and before
 * transactions and fault tolerance, so that a hit opens none.
 */
@SuppressWarnings("ClassExplicitlyAnnotation") // what a literal is
final class InterceptorPriority extends AnnotationLiteral<Priority> implements Priority {
    static final String SETTING = "memoized.priority";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final int USUAL = Interceptor.Priority.PLATFORM_BEFORE + 190;

    private final int value;

    private InterceptorPriority(int value) {
        this.value = value;
    }

    /**
     * The priority that is set.
     *
     * @param problems takes an unreadable setting; then the usual one holds
     */
    static InterceptorPriority read(Settings settings, Problems problems) {
        String text = settings.find(SETTING);
        if (text == null) {
            return new InterceptorPriority(USUAL);
        }
        try {
            return new InterceptorPriority(Integer.parseInt(text.trim()));
        } catch (NumberFormatException unreadable) {
            problems.add("configuration", WiringMessage.SETTING_UNREADABLE, text, SETTING);
            return new InterceptorPriority(USUAL);
        }
    }

    @Override
    public int value() {
        return value;
    }
}
