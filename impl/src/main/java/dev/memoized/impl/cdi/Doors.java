package dev.memoized.impl.cdi;

import dev.memoized.CacheService;
import dev.memoized.impl.cdi.reach.DeployedClasses;
import dev.memoized.impl.config.ConfiguredBackends;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Seams;
import dev.memoized.impl.engine.Transactions;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.plan.ChangeDraft;
import dev.memoized.impl.plan.ChangeReader;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.MostSpecific;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.service.Caches;
import dev.memoized.impl.service.Later;
import dev.memoized.impl.service.Regions;
import dev.memoized.impl.service.Views;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;

/** The doors of one application's beans, and the one engine behind them. Thread-safe. */
final class Doors implements AutoCloseable {
    private final ConcurrentMap<Bean<?>, BeanDoor> doors = new ConcurrentHashMap<>();
    private final BeanManager manager;
    private final ApplicationSeams seams;
    private final ApplicationBeans beans;
    private final BackendBeans backends;
    private final RenewalThread renewals;
    private final Settings settings = Settings.ofApplication(DeployedClasses.loader());
    private final Catalogue catalogue;
    private final Set<String> softened;
    private final NamedMethods named;
    private final ConcurrentMap<Method, MethodChanges> changes = new ConcurrentHashMap<>();
    private final Memoization memoization;
    private final Views views;
    private final Executor executor;

    Doors(
            BeanManager manager,
            ApplicationSeams seams,
            ApplicationBeans beans,
            Requests requests,
            MemoizedBeans memoized) {
        CdiRequests active = new CdiRequests(manager, requests.memory());
        this.manager = manager;
        this.seams = seams;
        this.beans = beans;
        ConfiguredBackends configured = new ConfiguredBackends(settings, DeployedClasses.loader(), seams.time());
        this.backends = new BackendBeans(new BackendCandidates(manager, configured), seams.time());
        this.renewals = new RenewalThread(active, requests.fresh(), seams.clearsRequests());
        Seams forEngine = seams.forEngine(settings, active, Events.of(manager));
        this.catalogue = new Catalogue(memoized, this::of);
        Transactions transactions = OptionalApi.isPresent(OptionalApi.TRANSACTIONS, DeployedClasses.loader())
                ? new JtaTransactions(manager, seams.time())
                : Transactions.NONE;
        this.softened = memoized.softened();
        this.named = memoized.named();
        this.memoization = new Memoization(forEngine, seams.codecs(), catalogue::all, transactions);
        this.executor = forEngine.executor();
        Later later = new Later(executor, memoization::here);
        Regions regions = new Regions(memoization, new NamedBackends(backends), settings);
        this.views = new Views(regions, memoization.engine(), seams.time(), later, renewals::run);
    }

    /** The beans through which the library meets requests. */
    record Requests(FreshRequest fresh, RequestMemory memory) {}

    Memoization memoization() {
        return memoization;
    }

    /** All memoized methods. */
    Catalogue catalogue() {
        return catalogue;
    }

    /** The cache by program, of one backend: see {@link NamedBackends}. */
    CacheService caches(String backend) {
        return new Caches(views, backend);
    }

    /** Has what settings name computed behind the start. */
    void warmUp() {
        new WarmUp(memoization, catalogue, settings).begin(executor);
    }

    BeanDoor of(Bean<?> bean) {
        BeanDoor door = doors.get(bean);
        if (door == null) {
            BeanDoor made = make(bean);
            BeanDoor other = doors.putIfAbsent(bean, made);
            door = other == null ? made : other;
        }
        return door;
    }

    BeanDoor of(String beanId) {
        return of(Objects.requireNonNull(manager.getPassivationCapableBean(beanId)));
    }

    private BeanDoor make(Bean<?> bean) {
        Problems problems = new Problems();
        List<MemoizedMethod> methods = new ArrayList<>();
        for (Declaration declaration : Declarations.of(bean.getBeanClass(), manager::isQualifier, named, problems)) {
            PlanDraft draft = PlanDraft.read(declaration, settings, problems);
            problems.refuse();
            MethodPlan plan = MethodPlan.complete(draft, beans, softened.contains(draft.name()));
            methods.add(open(plan, declaration));
        }
        MethodTable table = new MethodTable(bean.getBeanClass(), methods);
        return new BeanDoor(memoization, table, new Reinvocations(bean, renewals, new Contextuals(manager)));
    }

    /** What a method of a bean changes in the cache. */
    MethodChanges changesOf(Class<?> beanClass, Method called) {
        Method method = MostSpecific.of(beanClass, called);
        MethodChanges known = changes.get(method);
        if (known == null) {
            Problems told = new Problems();
            List<Annotation> marks = Bindings.changes(beanClass, method, told);
            List<ChangeDraft> drafts = ChangeReader.read(beanClass, method, marks, told);
            known = new MethodChanges(memoization.changes(), drafts, method.getReturnType());
            changes.putIfAbsent(method, known);
        }
        return known;
    }

    private MemoizedMethod open(MethodPlan plan, Declaration declaration) {
        if (plan.owner() == Owner.BACKEND) {
            return memoization.open(plan, backends.find(plan.backend(), declaration));
        }
        LocalBackend memory = backends.memory();
        return memoization.openOwned(plan, memory, memory::openApart);
    }

    @Override
    public void close() {
        memoization.close();
        views.later().close();
        seams.close();
        backends.close();
    }
}
