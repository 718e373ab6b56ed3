package dev.memoized.impl.cdi;

import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.config.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;

/** Hears that the application has started, after its own beans have. */
@Dependent
public class Started {
    private static final int LAST = Interceptor.Priority.PLATFORM_AFTER + 500;

    /** Nothing is woken where nothing is to be done. */
    void warmUp(@Observes @Priority(LAST) Startup start, Instance<MemoizedApplication> application) {
        if (!WarmUpNames.of(Settings.ofApplication(DeployedClasses.loader())).isEmpty()) {
            application.get().warmUp();
        }
    }
}
