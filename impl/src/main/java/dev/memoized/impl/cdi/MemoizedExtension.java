package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.cdi.reach.LeakCheck;
import dev.memoized.impl.cdi.reach.RunningBeans;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.AfterTypeDiscovery;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessManagedBean;
import jakarta.enterprise.inject.spi.ProcessSessionBean;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Registers the library with CDI Full containers, and refuses wrong use. Holds nothing after the start. */
public class MemoizedExtension implements Extension {
    private final List<Bean<?>> beans = new ArrayList<>();
    private final Set<Class<?>> sessionBeans = new HashSet<>();
    private ServicePoints servicePoints = new ServicePoints();
    private NamedTypes namedTypes = new NamedTypes(NamedMethods.NONE);
    private DeploymentReader reader = nothingRead();

    private static DeploymentReader nothingRead() {
        return new DeploymentReader(key -> null, NamedMethods.NONE, new Problems());
    }

    void addBeans(@Observes BeforeBeanDiscovery event) {
        namedTypes = new NamedTypes(NamedMethods.in(Settings.ofApplication(DeployedClasses.loader())));
        for (Class<?> type : OwnBeans.types(DeployedClasses.loader())) {
            event.addAnnotatedType(type, type.getName());
        }
        event.addAnnotatedType(MemoizedInterceptor.class, MemoizedInterceptor.class.getName())
                .add(InterceptorPriority.read(Settings.ofApplication(DeployedClasses.loader()), new Problems()));
        event.addAnnotatedType(CacheChangeInterceptor.class, CacheChangeInterceptor.class.getName());
    }

    void memoizeNamed(@Observes ProcessAnnotatedType<?> event, BeanManager manager) {
        if (!namedTypes.named().isEmpty()) {
            namedTypes.read(event, manager);
        }
    }

    void addNamed(@Observes AfterTypeDiscovery event) {
        namedTypes.addMissing(event);
    }

    void collect(@Observes ProcessManagedBean<?> event) {
        beans.add(event.getBean());
        if (event instanceof ProcessSessionBean) {
            sessionBeans.add(event.getBean().getBeanClass());
        }
    }

    void collect(@Observes ProcessInjectionPoint<?, CacheService> event) {
        servicePoints.add(event.getInjectionPoint());
    }

    void refuseForm(@Observes AfterBeanDiscovery event, BeanManager manager) {
        servicePoints.addBeans(event, manager);
        Problems problems = new Problems();
        reader = new DeploymentReader(Settings.ofApplication(DeployedClasses.loader()), namedTypes.named(), problems);
        reader.readSettings();
        sessionBeans.forEach(reader::addSessionBean);
        beans.stream().map(Bean::getBeanClass).distinct().forEach(type -> reader.read(type, manager::isQualifier));
        reader.checkChanges();
        handOver(event);
        reader.tellStrangers();
        namedTypes.check(problems);
        namedTypes = new NamedTypes(NamedMethods.NONE);
        problems.joined().ifPresent(text -> event.addDefinitionError(new DefinitionException(text)));
    }

    private void handOver(AfterBeanDiscovery event) {
        Set<Class<?>> memoized = reader.memoizedClasses();
        MemoizedBeans all = new MemoizedBeans(
                beans.stream()
                        .filter(bean -> memoized.contains(bean.getBeanClass()))
                        .toList(),
                reader.softened(),
                namedTypes.named());
        beans.clear();
        event.<MemoizedBeans>addBean()
                .beanClass(MemoizedBeans.class)
                .types(MemoizedBeans.class, Object.class)
                .scope(Dependent.class)
                .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE)
                .id(MemoizedBeans.class.getName())
                .createWith(creation -> all);
    }

    void refuseWiring(@Observes AfterDeploymentValidation event, BeanManager given) {
        BeanManager manager = ApplicationView.of(given, reader.memoizedClasses());
        Problems problems = new Problems();
        reader.checkWiring(manager, servicePoints, problems);
        servicePoints = new ServicePoints();
        refuseLeaks(manager, problems);
        reader = nothingRead();
        problems.joined().ifPresent(text -> event.addDeploymentProblem(new DeploymentException(text)));
    }

    private void refuseLeaks(BeanManager manager, Problems problems) {
        LeakCheck leaks = new LeakCheck(new RunningBeans(manager), problems);
        CoverCheck covers = new CoverCheck(manager, problems);
        for (PlanDraft draft : reader.drafts()) {
            covers.judge(draft, leaks.exposures(draft));
        }
    }
}
