package dev.memoized.impl.cdi;

import java.util.ArrayList;
import java.util.List;

/** The beans of this library, which both extensions add by hand: found by scanning they would come twice. */
final class OwnBeans {
    private OwnBeans() {}

    static List<Class<?>> types(ClassLoader loader) {
        List<Class<?>> types = new ArrayList<>(List.of(
                MemoizedApplication.class,
                ApplicationSeams.class,
                ApplicationView.class,
                RenewalExecutor.class,
                Determinism.class,
                Started.class,
                ApplicationBeans.class,
                FreshRequest.class,
                RequestMemory.class,
                VisibleSnapshot.class,
                InnermostComputation.class,
                RequestLanguage.class,
                CurrentLocale.class));
        if (OptionalApi.isPresent(OptionalApi.CONCURRENCY, loader)) {
            types.add(DefaultManagedExecutor.class);
        }
        if (ContextPropagationExecutor.isPresent(loader)) {
            types.add(ContextPropagationExecutor.class);
        }
        if (OptionalApi.isPresent(OptionalApi.REST, loader)) {
            types.add(RestLanguages.class);
        }
        if (OptionalApi.isPresent(OptionalApi.SERVLET, loader)) {
            types.add(ServletLanguages.class);
        }
        return types;
    }
}
