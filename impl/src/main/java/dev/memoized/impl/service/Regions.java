package dev.memoized.impl.service;

import dev.memoized.CacheService;
import dev.memoized.Counters;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.engine.Values;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import dev.memoized.impl.service.Backends.Named;
import dev.memoized.spi.CacheBackend.Capability;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Opens what views work on, once for each choice. Thread-safe. */
public final class Regions {
    private static final int AT_MOST = 10_000;

    private final Map<Choice, Region> open = new ConcurrentHashMap<>();
    private final Memoization memoization;
    private final Backends backends;
    private final Settings settings;

    /**
     * None yet.
     *
     * @param memoization keeps what they remember
     * @param backends finds those that views name
     * @param settings of namespaces, read as those of methods
     */
    public Regions(Memoization memoization, Backends backends, Settings settings) {
        this.memoization = memoization;
        this.backends = backends;
        this.settings = settings;
    }

    /**
     * What a view works on.
     *
     * @throws IllegalArgumentException when what it was told makes no sense
     * @throws IllegalStateException when there are too many views
     * @throws dev.memoized.NoSuchBackendException when there is no such backend
     */
    Region of(Choice choice) {
        Region known = open.get(choice);
        if (known != null) {
            return known;
        }
        if (open.size() >= AT_MOST) {
            throw new IllegalStateException(RuntimeMessage.VIEWS_MANY.text(AT_MOST));
        }
        Region made = make(choice);
        Region other = open.putIfAbsent(choice, made);
        return other == null ? made : other;
    }

    /**
     * Looks whether a view's backend is there.
     *
     * @throws dev.memoized.NoSuchBackendException when it is not
     */
    void check(Choice choice) {
        backends.find(choice.backend());
    }

    Counters counters(Choice choice) {
        return memoization.counters(backends.find(choice.backend()).backend(), choice.namespace());
    }

    void resetCounters(Choice choice) {
        memoization.resetCounters(backends.find(choice.backend()).backend(), choice.namespace());
    }

    private Region make(Choice choice) {
        Named backend = backends.find(choice.backend());
        Set<Capability> can = backend.backend().capabilities();
        boolean direct = can.contains(Capability.BY_REFERENCE) && !can.contains(Capability.SHARED);
        return new Region(method(choice, backend, false), method(choice, backend, true), direct);
    }

    private MemoizedMethod method(Choice choice, Named named, boolean staged) {
        List<Annotation> qualifiers = Stream.ofNullable(named.qualifier()).toList();
        Declaration declaration = new Declaration(
                CacheService.class, Computed.method(staged), Computed.annotation(choice), false, qualifiers);
        Problems problems = new Problems();
        PlanDraft draft = PlanDraft.read(declaration, settings, problems);
        problems.joined().ifPresent(text -> {
            throw new IllegalArgumentException(text);
        });
        MethodPlan plan = MethodPlan.complete(draft, Instances.byConstructor());
        return memoization.open(plan, named.backend(), new Values(choice.type(), true));
    }
}
