package dev.memoized.impl.cdi;

import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What we know of the language of one request. */
@RequestScoped
public class RequestLanguage {
    private volatile @Nullable Locale restored;
    private volatile Supplier<@Nullable String> header = () -> null;

    /** The locale that was captured elsewhere for this request; null in a request of its own right. */
    @Nullable
    Locale restored() {
        return restored;
    }

    void restore(Locale locale) {
        restored = locale;
    }

    /** What our filter has found. */
    @Nullable
    String header() {
        return header.get();
    }

    /** Sets where the header is read when it is asked for: a filter that comes later may change it. */
    void readHeaderFrom(Supplier<@Nullable String> source) {
        header = source;
    }
}
