package dev.memoized.tck.arc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.PostDiscoveryFilter;

/** Leaves out what is listed; that nothing else is, is for the module {@code architecture} to find. */
public final class NotOnArc implements PostDiscoveryFilter {
    private final Properties reasons = new Properties();

    /** For the service loader. */
    public NotOnArc() {
        try (InputStream list = NotOnArc.class.getResourceAsStream("/not-on-arc.properties")) {
            reasons.load(Objects.requireNonNull(list));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public FilterResult apply(TestDescriptor test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(source -> reasons.getProperty(nameOf((MethodSource) source)))
                .map(FilterResult::excluded)
                .orElse(FilterResult.included("on ArC too"));
    }

    private static String nameOf(MethodSource test) {
        return test.getClassName().replaceFirst(".*\\.", "") + "." + test.getMethodName();
    }
}
