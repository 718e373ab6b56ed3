package dev.memoized.impl.cdi;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.RequestLocale;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Problems;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** Has methods computed behind the start, where nothing is remembered of them; what goes wrong is told by the log only. */
final class WarmUp {
    private final Log log = new Log();
    private final MemoizedMethods methods;
    private final Catalogue catalogue;
    private final List<String> names;
    private final List<Locale> locales;

    WarmUp(MemoizedMethods methods, Catalogue catalogue, Settings settings) {
        this.methods = methods;
        this.catalogue = catalogue;
        this.names = WarmUpNames.of(settings);
        this.locales = SupportedLocales.read(settings, new Problems()).locales();
    }

    /** Begins on a thread behind the start: looking whether something is remembered may take as long as a time-out. */
    void begin(Executor behind) {
        try {
            behind.execute(() -> names.forEach(this::warm));
        } catch (RuntimeException refused) {
            log.once(RuntimeMessage.WARM_UP_FAILED, WarmUpNames.SETTING, refused);
        }
    }

    private void warm(String name) {
        try {
            if (isEnabled(name)) {
                entries(name).forEach(entry -> warm(name, entry));
            }
        } catch (RuntimeException | LinkageError failure) {
            log.once(RuntimeMessage.WARM_UP_FAILED, name, failure);
        }
    }

    /** One that cannot be computed leaves the others to be. */
    private void warm(String name, MemoizedEntry<Object> entry) {
        try {
            if (!entry.contains() && !entry.refreshInBackground()) {
                log.once(RuntimeMessage.WARM_UP_REFUSED, name, "");
            }
        } catch (RuntimeException | LinkageError failure) {
            log.once(RuntimeMessage.WARM_UP_FAILED, name, failure);
        }
    }

    /** One for each locale where they differ. */
    private Stream<MemoizedEntry<Object>> entries(String name) {
        MemoizedEntry<Object> entry = methods.entry(name);
        return locales.isEmpty() || !variesByLocale(name)
                ? Stream.of(entry)
                : locales.stream().map(locale -> entry.with(RequestLocale.class, locale));
    }

    private boolean variesByLocale(String name) {
        return plans(name).anyMatch(plan -> plan.context().has(RequestLocale.class));
    }

    private boolean isEnabled(String name) {
        return plans(name).anyMatch(MethodPlan::enabled);
    }

    private Stream<MethodPlan> plans(String name) {
        return catalogue.of(name).stream().map(each -> each.method().plan());
    }
}
