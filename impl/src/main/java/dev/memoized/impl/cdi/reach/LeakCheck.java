package dev.memoized.impl.cdi.reach;

import dev.memoized.CacheIf;
import dev.memoized.ContextValue;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.VersionSource;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what of the request a method's bean, and the beans that its annotation names, reach without saying so. */
public final class LeakCheck {
    private static final String REQUEST = "jakarta.enterprise.context.RequestScoped";

    private final BeanGraph beans;
    private final Problems problems;

    /**
     * A check of one deployment.
     *
     * @param problems takes what no context value can mend
     */
    public LeakCheck(BeanGraph beans, Problems problems) {
        this.beans = beans;
        this.problems = problems;
    }

    /** What of it no declaration of the method names, and can get to somebody else with a value. */
    public List<Exposure> exposures(PlanDraft draft) {
        Declaration declaration = draft.declaration();
        List<BeanNode> roots = beans.beansOf(declaration.beanClass());
        List<Exposure> found = new ArrayList<>();
        switch (draft.backend().owner()) {
            case BACKEND -> {
                refuseContextsOfSession(declaration);
                roots.forEach(bean -> addOfSession(draft, bean, found));
                new Walk(declaration, Set.of(), found).addAll(roots);
            }
            case INSTANCE -> {
                if (!areOfOneRequest(roots)) {
                    new Walk(declaration, SessionScopes.outlasting(roots), found).addAll(roots);
                }
            }
            case REQUEST -> {} // a value sees no other request than its own
        }
        return found;
    }

    private static boolean areOfOneRequest(List<BeanNode> roots) {
        return !roots.isEmpty() && roots.stream().allMatch(bean -> bean.scope().equals(REQUEST));
    }

    private void refuseContextsOfSession(Declaration declaration) {
        for (Class<? extends ContextValue<?>> value : declaration.memoized().varyBy()) {
            for (BeanNode bean : beans.candidates(value)) {
                if (SessionScopes.contain(bean.scope())) {
                    String scope = SessionScopes.simpleName(bean.scope());
                    problems.add(declaration, "varyBy", WiringMessage.CONTEXT_OF_SESSION, value.getName(), scope);
                }
            }
        }
    }

    private void addOfSession(PlanDraft draft, BeanNode bean, List<Exposure> found) {
        if (!SessionScopes.contain(bean.scope())) {
            return;
        }
        if (draft.declaration().isIndependentOf(bean.type())) {
            SessionRenewals.refuse(draft, bean.scope(), problems);
        } else {
            found.add(new Exposure("", WiringMessage.BEAN_OF_SESSION, bean.type(), bean.scope()));
        }
    }

    /** What one declaration lets values depend on. */
    private final class Walk {
        private final Declaration declaration;
        private final Set<String> own;
        private final List<Exposure> found;

        Walk(Declaration declaration, Set<String> own, List<Exposure> found) {
            this.declaration = declaration;
            this.own = own;
            this.found = found;
        }

        void addAll(List<BeanNode> roots) {
            Memoized memoized = declaration.memoized();
            roots.forEach(bean -> addReached("", bean));
            if (memoized.keyGenerator() != KeyGenerator.Default.class) {
                addNamed("keyGenerator", memoized.keyGenerator());
            }
            if (memoized.versionedBy() != VersionSource.None.class) {
                addNamed("versionedBy", memoized.versionedBy());
            }
            if (memoized.cacheIf() != CacheIf.Always.class) {
                addNamed("cacheIf", memoized.cacheIf());
            }
        }

        private void addNamed(String member, Class<?> type) {
            for (BeanNode bean : beans.candidates(type)) {
                if (SessionScopes.contain(bean.scope()) && !own.contains(bean.scope())) {
                    add(member, new Reached(bean.type(), bean.type().getSimpleName()));
                } else {
                    addReached(member, bean);
                }
            }
        }

        private void addReached(String member, BeanNode bean) {
            Set<Class<?>> declared = Set.copyOf(List.of(declaration.memoized().varyBy()));
            for (Reached reached : RequestWalk.from(bean, declared, own)) {
                add(member, reached);
            }
        }

        private void add(String member, Reached reached) {
            if (!declaration.isIndependentOf(reached.type())) {
                found.add(new Exposure(member, WiringMessage.REACHES_REQUEST, reached.type(), reached.path()));
            }
        }
    }
}
