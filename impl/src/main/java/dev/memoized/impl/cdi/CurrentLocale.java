package dev.memoized.impl.cdi;

import dev.memoized.RequestLocale;
import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The locale of the request: the one that was restored, else the one that is asked for, else the default. */
@ApplicationScoped
public class CurrentLocale implements RequestLocale {
    private SupportedLocales locales = new SupportedLocales(List.of());
    private List<AcceptedLanguages> languages = List.of();
    private @Nullable RequestLanguage request;

    @Inject
    void open(RequestLanguage ofRequest, Instance<AcceptedLanguages> kinds) {
        open(SupportedLocales.read(Settings.ofApplication(DeployedClasses.loader()), new Problems()), ofRequest, kinds);
    }

    void open(SupportedLocales supported, RequestLanguage ofRequest, Iterable<AcceptedLanguages> kinds) {
        locales = supported;
        languages = AcceptedLanguages.inOrder(kinds);
        request = ofRequest;
    }

    @Override
    public String name() {
        return "locale";
    }

    @Override
    public Locale capture() {
        try {
            Locale restored = request().restored();
            return restored != null ? restored : locales.narrow(header());
        } catch (ContextNotActiveException outside) {
            return locales.otherwise();
        }
    }

    @Override
    public void restore(Locale value) {
        request().restore(value);
    }

    private @Nullable String header() {
        for (AcceptedLanguages each : languages) {
            String header = each.header();
            if (header != null) {
                return header;
            }
        }
        return null;
    }

    private RequestLanguage request() {
        return Objects.requireNonNull(request);
    }
}
