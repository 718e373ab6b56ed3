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

    /** What of it no declaration of the method names. */
    public List<Exposure> exposures(PlanDraft draft) {
        Declaration declaration = draft.declaration();
        Memoized memoized = declaration.memoized();
        refuseContextsOfSession(declaration);
        List<Exposure> found = new ArrayList<>();
        for (BeanNode bean : beans.beansOf(declaration.beanClass())) {
            addOfSession(draft, bean, found);
            addReached(declaration, "", bean, found);
        }
        if (memoized.keyGenerator() != KeyGenerator.Default.class) {
            addNamed(declaration, "keyGenerator", memoized.keyGenerator(), found);
        }
        if (memoized.versionedBy() != VersionSource.None.class) {
            addNamed(declaration, "versionedBy", memoized.versionedBy(), found);
        }
        if (memoized.cacheIf() != CacheIf.Always.class) {
            addNamed(declaration, "cacheIf", memoized.cacheIf(), found);
        }
        return found;
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

    private void addNamed(Declaration declaration, String member, Class<?> type, List<Exposure> found) {
        for (BeanNode bean : beans.candidates(type)) {
            if (SessionScopes.contain(bean.scope())) {
                add(declaration, member, new Reached(bean.type(), bean.type().getSimpleName()), found);
            } else {
                addReached(declaration, member, bean, found);
            }
        }
    }

    private void addReached(Declaration declaration, String member, BeanNode bean, List<Exposure> found) {
        Set<Class<?>> declared = Set.copyOf(List.of(declaration.memoized().varyBy()));
        for (Reached reached : RequestWalk.from(bean, declared)) {
            add(declaration, member, reached, found);
        }
    }

    private static void add(Declaration declaration, String member, Reached reached, List<Exposure> found) {
        if (!declaration.isIndependentOf(reached.type())) {
            found.add(new Exposure(member, WiringMessage.REACHES_REQUEST, reached.type(), reached.path()));
        }
    }
}
