package dev.memoized.impl.cdi;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.VersionSource;
import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.config.ConfiguredBackends;
import dev.memoized.impl.config.KnownKeys;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Advice;
import dev.memoized.impl.plan.ChangeCheck;
import dev.memoized.impl.plan.ChangeDraft;
import dev.memoized.impl.plan.CommonSettings;
import dev.memoized.impl.plan.ContextReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.plan.SharedNames;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.TimeSource;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the beans of a deployment and collects what is wrong with them, for both extensions. */
final class DeploymentReader {
    private final Problems problems;
    private final Settings settings;
    private final NamedMethods named;
    private final SharedNames names;
    private final List<PlanDraft> drafts = new ArrayList<>();
    private final List<ChangeDraft> changes = new ArrayList<>();
    private final Set<String> changingClasses = new TreeSet<>();
    private final Set<Class<?>> sessionBeans = new HashSet<>();
    private final Log log = new Log();
    private final Strangers strangers = new Strangers(log);

    DeploymentReader(Settings settings, NamedMethods named, Problems problems) {
        this.settings = settings;
        this.named = named;
        this.problems = problems;
        this.names = new SharedNames(problems);
    }

    /** Reads one bean class; one that cannot be read, for want of an optional library, has no memoized methods. */
    void read(Class<?> beanClass, Predicate<Class<? extends Annotation>> isQualifier) {
        if (beanClass.isAnnotationPresent(Interceptor.class)) {
            return;
        }
        List<Declaration> declarations;
        try {
            declarations = Declarations.of(beanClass, isQualifier, named, problems);
            readChanges(beanClass);
        } catch (LinkageError unreadable) {
            log.once(RuntimeMessage.CLASS_UNREADABLE, beanClass.getName(), unreadable);
            return;
        }
        for (Declaration declaration : declarations) {
            PlanDraft draft = PlanDraft.read(declaration, settings, problems);
            names.check(draft);
            drafts.add(draft);
        }
        strangers.add(beanClass);
        tellCovered(beanClass, declarations);
        if (!declarations.isEmpty() || changingClasses.contains(beanClass.getName())) {
            SessionBeans.refuse(beanClass, sessionBeans.contains(beanClass), problems);
        }
    }

    /** Takes the container's word, before the class is read. */
    void addSessionBean(Class<?> beanClass) {
        sessionBeans.add(beanClass);
    }

    private void readChanges(Class<?> beanClass) {
        List<ChangeDraft> found = ChangingMethods.of(beanClass, problems);
        changes.addAll(found);
        if (!found.isEmpty()) {
            changingClasses.add(beanClass.getName());
        }
    }

    /** The names of the classes that have methods which change the cache. */
    Set<String> changingClasses() {
        return changingClasses;
    }

    /** Compares what methods change with the memoized methods, once all are read. */
    void checkChanges() {
        ChangeCheck check = new ChangeCheck(drafts, problems);
        changes.forEach(check::check);
    }

    /** The names of methods of which somebody makes single entries stale. */
    Set<String> softened() {
        return changes.stream()
                .filter(ChangeDraft::softens)
                .map(ChangeDraft::name)
                .collect(Collectors.toSet());
    }

    /** The same of a class that is known by its name only, in the application's loader. */
    void read(String beanClass, Predicate<Class<? extends Annotation>> isQualifier) {
        try {
            read(Class.forName(beanClass, false, DeployedClasses.loader()), isQualifier);
        } catch (ClassNotFoundException generated) {
            return; // by the build that is under way, not by the application
        } catch (LinkageError unreadable) {
            log.once(RuntimeMessage.CLASS_UNREADABLE, beanClass, unreadable);
        }
    }

    /** Checks the settings that hold for the whole application, and that each one means something. */
    void readSettings() {
        new KnownKeys(backendProperties())
                .unknown(settings)
                .forEach((key, nearest) -> problems.add("configuration", WiringMessage.SETTING_UNKNOWN, key, nearest));
        CommonSettings.check(settings, problems);
        InterceptorPriority.read(settings, problems);
        SupportedLocales.read(settings, problems);
    }

    private Set<String> backendProperties() {
        try (SystemTime time = new SystemTime();
                ConfiguredBackends configured = configuredBackends(time)) {
            return configured.properties();
        }
    }

    /** Refuses names of methods that bean classes do not have. */
    void refuseMissing() {
        strangers.refuseMissing(named.names(), problems);
    }

    /** Warns of settings for methods that are not here, and refuses those that can be of no other application. */
    void tellStrangers() {
        strangers.refuseMissing(KnownKeys.methods(settings), problems);
        strangers.tell(settings, drafts);
    }

    List<PlanDraft> drafts() {
        return drafts;
    }

    /** Checks that what the plans and injection points name is there, once all beans are known. */
    void checkWiring(BeanManager manager, ServicePoints services, Problems wiring) {
        SeamBeans.check(manager, wiring);
        try (SystemTime time = new SystemTime();
                ConfiguredBackends configured = configuredBackends(time);
                CodecCheck codecs = new CodecCheck(manager, wiring)) {
            BackendCandidates candidates = new BackendCandidates(manager, configured);
            candidates.check(wiring);
            services.check(candidates.known(), wiring);
            drafts.forEach(draft -> checkBackend(draft, candidates, codecs, wiring));
        }
        WarmUpNames.check(settings, drafts, wiring);
        for (PlanDraft draft : drafts) {
            checkClasses(draft, type -> ApplicationBeans.isBean(manager, type), wiring);
            ContextReader.checkNames(draft.declaration(), new CheckedInstances(manager), wiring);
        }
    }

    private void checkBackend(PlanDraft draft, BackendCandidates candidates, CodecCheck codecs, Problems wiring) {
        boolean atShared = false;
        if (draft.backend().owner() == Owner.BACKEND) {
            Bean<?> bean = candidates.beanOf(draft.backend(), draft.declaration(), wiring);
            boolean isOfBytes = bean == null ? candidates.isMadeOfBytes(draft.backend()) : CodecCheck.isOfBytes(bean);
            codecs.check(draft, isOfBytes);
            atShared = isOfBytes || (bean == null && candidates.isMadeShared(draft.backend()));
        }
        if (problems.texts().isEmpty() && wiring.texts().isEmpty()) {
            Advice.tell(draft, atShared, log);
        }
    }

    private ConfiguredBackends configuredBackends(TimeSource time) {
        return new ConfiguredBackends(settings, DeployedClasses.loader(), time);
    }

    /** The bean classes that have memoized methods. */
    Set<Class<?>> memoizedClasses() {
        return drafts.stream().map(draft -> draft.declaration().beanClass()).collect(Collectors.toSet());
    }

    /** Adds a problem for each class that a plan needs and nobody can make. */
    static void checkClasses(PlanDraft draft, Predicate<Class<?>> isBean, Problems problems) {
        Memoized memoized = draft.declaration().memoized();
        for (Class<?> value : memoized.varyBy()) {
            checkClass(draft, "varyBy", value, isBean, problems);
        }
        if (memoized.versionedBy() != VersionSource.None.class) {
            checkClass(draft, "versionedBy", memoized.versionedBy(), isBean, problems);
        }
        if (memoized.keyGenerator() != KeyGenerator.Default.class) {
            checkClass(draft, "keyGenerator", memoized.keyGenerator(), isBean, problems);
        }
        if (memoized.cacheIf() != CacheIf.Always.class) {
            checkClass(draft, "cacheIf", memoized.cacheIf(), isBean, problems);
        }
    }

    private static void checkClass(
            PlanDraft draft, String member, Class<?> type, Predicate<Class<?>> isBean, Problems problems) {
        try {
            if (!isBean.test(type)) {
                Instances.byConstructor().get(type);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            problems.add(draft.declaration(), member, WiringMessage.CLASS_UNUSABLE, type.getName(), failure);
        }
    }

    private void tellCovered(Class<?> beanClass, List<Declaration> declarations) {
        List<String> covered = declarations.stream()
                .filter(Declaration::onClass)
                .map(declaration -> declaration.method().getName())
                .toList();
        if (!covered.isEmpty()) {
            log.info(RuntimeMessage.COVERED, beanClass.getName(), covered);
        }
    }

    /** The objects that plans will use. */
    private record CheckedInstances(BeanManager manager) implements Instances {
        @Override
        public <T> T get(Class<T> type) throws ReflectiveOperationException {
            return ApplicationBeans.get(manager, type);
        }
    }
}
