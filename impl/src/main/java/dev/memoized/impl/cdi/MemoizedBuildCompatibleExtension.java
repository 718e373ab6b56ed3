package dev.memoized.impl.cdi;

import dev.memoized.Backend;
import dev.memoized.CacheChange;
import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidations;
import dev.memoized.CachePut;
import dev.memoized.CacheService;
import dev.memoized.Memoized;
import dev.memoized.impl.cdi.reach.BuiltBeans;
import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.cdi.reach.Exposure;
import dev.memoized.impl.cdi.reach.HandedOver;
import dev.memoized.impl.cdi.reach.LeakCheck;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.spi.CacheBackend;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.build.compatible.spi.AnnotationBuilder;
import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.inject.Qualifier;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Registers the library with containers that are put together at build time, and refuses there what the configuration of
 * the run cannot mend; {@link StartCheck} refuses the rest.
 */
@SkipIfPortableExtensionPresent(MemoizedExtension.class)
public class MemoizedBuildCompatibleExtension implements BuildCompatibleExtension {
    private final Problems problems = new Problems(FormMessage.EXPRESSION_EMPTY);
    private final NamedMethods named;
    private final DeploymentReader reader;
    private final RegisteredBeans registered = new RegisteredBeans();
    private final BuiltBeans beans = new BuiltBeans();

    /** For the container, while the application is built. */
    public MemoizedBuildCompatibleExtension() {
        Settings settings = Settings.ofApplication(DeployedClasses.loader());
        named = NamedMethods.in(settings);
        reader = new DeploymentReader(named.only(settings), named, problems);
    }

    /** Adds the beans, and the annotations that no descriptor tells the container. */
    @Discovery
    public void addBeans(ScannedClasses classes, MetaAnnotations annotations) {
        annotations.addQualifier(Backend.class);
        for (Class<? extends Annotation> binding : List.of(
                Memoized.class, CacheChange.class, CacheInvalidate.class, CacheInvalidations.class, CachePut.class)) {
            annotations.addInterceptorBinding(binding);
        }
        OwnBeans.types(DeployedClasses.loader()).forEach(type -> classes.add(type.getName()));
        classes.add(MemoizedInterceptor.class.getName());
        classes.add(CacheChangeInterceptor.class.getName());
    }

    /** Gives the interceptor the place that is set while the application is built. */
    @Enhancement(types = MemoizedInterceptor.class)
    public void prioritize(ClassConfig interceptor) {
        int priority = InterceptorPriority.read(Settings.ofSystem(), problems).value();
        interceptor.addAnnotation(
                AnnotationBuilder.of(Priority.class).value(priority).build());
    }

    /** Puts the annotation on the methods that configuration names. */
    @Enhancement(types = Object.class, withSubtypes = true)
    public void memoizeNamed(ClassConfig type) {
        String beanClass = type.info().name();
        if (!named.classes().contains(beanClass)) {
            return;
        }
        type.methods().stream()
                .filter(method -> named.has(beanClass, BuiltSignature.of(method.info())))
                .forEach(method -> method.addAnnotation(Memoized.class));
    }

    /**
     * Reads each bean class by reflection, as the other extension does, and remembers which beans there are: asked for
     * beans of a generic type, such as {@code ContextValue}, ArC gives none.
     */
    @Registration(types = Object.class)
    public void read(BeanInfo bean) {
        if (bean.isClassBean()) {
            reader.read(bean.declaringClass().name(), type -> type.isAnnotationPresent(Qualifier.class));
        }
        beans.add(bean);
        registered.addTypes(bean);
        registered.addServicePoints(bean);
    }

    /** Remembers which backends there are. */
    @Registration(types = CacheBackend.class)
    public void addBackend(BeanInfo bean) {
        registered.addBackend(bean);
    }

    /** Hands over what the start is to look at. */
    @Synthesis
    public void addStartCheck(SyntheticComponents components) {
        components
                .addObserver(Startup.class)
                .priority(Interceptor.Priority.PLATFORM_BEFORE)
                .observeWith(StartCheck.class)
                .withParam(StartCheck.BEAN_CLASSES, readClasses())
                .withParam(StartCheck.NAMED, named.toArray())
                .withParam(StartCheck.EXPOSURES, exposures().texts());
    }

    /** Hands over which beans there are; only the run has them. */
    @Synthesis
    public void addMemoizedBeans(SyntheticComponents components) {
        components
                .addBean(MemoizedBeans.class)
                .type(MemoizedBeans.class)
                .scope(Dependent.class)
                .withParam(MemoizedBeansCreator.CLASSES, memoizedClasses())
                .withParam(MemoizedBeansCreator.SOFTENED, reader.softened().toArray(String[]::new))
                .withParam(MemoizedBeansCreator.NAMED, named.toArray())
                .createWith(MemoizedBeansCreator.class);
    }

    /** Those that the start reads again, now that their settings are known. */
    private String[] readClasses() {
        Set<String> all = new TreeSet<>(reader.changingClasses());
        all.addAll(List.of(memoizedClasses()));
        return all.toArray(String[]::new);
    }

    private String[] memoizedClasses() {
        return reader.memoizedClasses().stream().map(Class::getName).sorted().toArray(String[]::new);
    }

    /** A {@code CacheService} for each backend's qualifier that one is injected with. */
    @Synthesis
    public void addServices(SyntheticComponents components) {
        registered.servicePoints().forEach((text, qualifier) -> components
                .addBean(CacheService.class)
                .type(CacheService.class)
                .scope(ApplicationScoped.class)
                .qualifier(qualifier)
                .withParam(ServiceCreator.BACKEND, text)
                .createWith(ServiceCreator.class));
    }

    /** What the start has to decide: there the context values of a method can be asked. The rest is refused. */
    private HandedOver exposures() {
        LeakCheck leaks = new LeakCheck(beans, problems);
        HandedOver handedOver = new HandedOver();
        for (PlanDraft draft : reader.drafts()) {
            Declaration declaration = draft.declaration();
            for (Exposure exposure : leaks.exposures(draft)) {
                if (declaration.memoized().varyBy().length > 0) {
                    handedOver.add(declaration, exposure);
                } else {
                    exposure.refuse(declaration, problems);
                }
            }
        }
        return handedOver;
    }

    /** Tells all problems at once. */
    @Validation
    public void refuse(Messages messages) {
        reader.refuseMissing();
        JdkClass.refuseInBuild(named, problems);
        registered.addConfigured(Settings.ofApplication(DeployedClasses.loader()));
        registered.checkNames(problems);
        registered.checkServicePoints(problems);
        for (PlanDraft draft : reader.drafts()) {
            registered.checkBackend(draft, problems);
            DeploymentReader.checkClasses(draft, registered::isThereOrMakeable, problems);
        }
        problems.texts().forEach(messages::error);
    }
}
