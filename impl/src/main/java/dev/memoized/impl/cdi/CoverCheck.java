package dev.memoized.impl.cdi;

import dev.memoized.ContextValue;
import dev.memoized.impl.cdi.reach.Exposure;
import dev.memoized.impl.cdi.reach.SessionRenewals;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses what a method's context values do not cover; they are asked only when that decides. */
final class CoverCheck {
    private final BeanManager manager;
    private final Problems problems;

    CoverCheck(BeanManager manager, Problems problems) {
        this.manager = manager;
        this.problems = problems;
    }

    void judge(PlanDraft draft, List<Exposure> exposures) {
        if (exposures.isEmpty()) {
            return;
        }
        Declaration declaration = draft.declaration();
        Set<Class<?>> covered = new HashSet<>();
        for (Class<? extends ContextValue<?>> value : declaration.memoized().varyBy()) {
            if (!addCovered(declaration, value, covered)) {
                return;
            }
        }
        for (Exposure exposure : exposures) {
            if (covered.stream().noneMatch(type -> type.isAssignableFrom(exposure.type()))) {
                exposure.refuse(declaration, problems);
            } else if (exposure.message() == WiringMessage.BEAN_OF_SESSION) {
                SessionRenewals.refuse(draft, exposure.shown(), problems);
            }
        }
    }

    private boolean addCovered(Declaration declaration, Class<? extends ContextValue<?>> value, Set<Class<?>> covered) {
        try {
            covered.addAll(ApplicationBeans.isBean(manager, value) ? ofBean(value) : ofMade(value));
            return true;
        } catch (ReflectiveOperationException unmakeable) {
            return false; // told already, with the other classes that a plan needs
        } catch (RuntimeException | LinkageError failure) {
            problems.add(declaration, "varyBy", WiringMessage.CLASS_UNUSABLE, value.getName(), failure);
            return false;
        }
    }

    private static Set<Class<?>> ofMade(Class<? extends ContextValue<?>> value) throws ReflectiveOperationException {
        return Instances.byConstructor().get(value).covers();
    }

    private <T extends ContextValue<?>> Set<Class<?>> ofBean(Class<T> value) {
        Instance.Handle<T> handle = manager.createInstance().select(value).getHandle();
        try {
            return handle.get().covers();
        } finally {
            if (handle.getBean().getScope() == Dependent.class) {
                handle.destroy();
            }
        }
    }
}
