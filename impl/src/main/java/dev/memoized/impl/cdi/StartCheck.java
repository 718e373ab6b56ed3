package dev.memoized.impl.cdi;

import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.cdi.reach.HandedOver;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticObserver;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.EventContext;

/** Reads the memoized bean classes again where an application was built before, now that its configuration is known. */
public final class StartCheck implements SyntheticObserver<Startup> {
    static final String BEAN_CLASSES = "beanClasses";
    static final String NAMED = "named";
    static final String EXPOSURES = "exposures";

    @Override
    public void observe(EventContext<Startup> start, Parameters parameters) {
        BeanManager manager = CDI.current().getBeanManager();
        Problems problems = new Problems();
        NamedMethods named = NamedMethods.of(parameters.get(NAMED, String[].class));
        DeploymentReader reader =
                new DeploymentReader(Settings.ofApplication(DeployedClasses.loader()), named, problems);
        reader.readSettings();
        for (String beanClass : parameters.get(BEAN_CLASSES, String[].class)) {
            reader.read(beanClass, manager::isQualifier);
        }
        reader.tellStrangers();
        reader.checkChanges();
        reader.checkWiring(manager, new ServicePoints(), problems);
        CoverCheck covers = new CoverCheck(manager, problems);
        HandedOver handedOver = HandedOver.read(parameters.get(EXPOSURES, String[].class));
        for (PlanDraft draft : reader.drafts()) {
            covers.judge(draft, handedOver.of(draft.declaration()));
        }
        problems.joined().ifPresent(text -> {
            throw new DeploymentException(text);
        });
    }
}
