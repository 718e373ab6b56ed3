package dev.memoized.impl.cdi;

import dev.memoized.impl.config.KnownKeys;
import dev.memoized.impl.config.Nearest;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.Log;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.NameReader;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the settings for methods that are not here: of another application that has the same settings, or mistyped. */
final class Strangers {
    private final Map<String, Class<?>> beanClasses = new HashMap<>();
    private final Log log;

    Strangers(Log log) {
        this.log = log;
    }

    /** A class that is here. */
    void add(Class<?> beanClass) {
        beanClasses.put(beanClass.getName(), beanClass);
    }

    /** Refuses names of methods that classes which are here do not have. */
    void refuseMissing(Collection<String> names, Problems problems) {
        for (String name : names) {
            Class<?> beanClass = name.indexOf('#') < 0 ? null : beanClasses.get(NamedMethods.classOf(name));
            List<String> there = beanClass == null ? List.of(name) : methodsOf(beanClass);
            if (!there.contains(name)) {
                String nearest = Nearest.to(name, there).orElse("none");
                problems.add("configuration", FormMessage.METHOD_MISSING, name, nearest);
            }
        }
    }

    private static List<String> methodsOf(Class<?> beanClass) {
        return BeanMethods.of(beanClass).stream()
                .map(method -> beanClass.getName() + "#" + Declaration.signature(method))
                .toList();
    }

    /** Warns of the others. */
    void tell(Settings settings, Collection<PlanDraft> drafts) {
        Set<String> known = new TreeSet<>();
        for (PlanDraft draft : drafts) {
            known.add(draft.name());
            known.add(draft.declaration().names(draft.name()).signature());
        }
        for (String name : KnownKeys.methods(settings)) {
            if (!known.contains(name) && !NameReader.isOfProgram(name)) {
                String nearest = Nearest.to(name, known).orElse("none");
                log.warn(RuntimeMessage.METHOD_NOT_HERE, name, nearest);
            }
        }
    }
}
