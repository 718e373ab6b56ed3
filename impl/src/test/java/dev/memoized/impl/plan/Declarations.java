package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** The methods of a test's class, by their names. */
final class Declarations {
    private Declarations() {}

    static Declaration of(Class<?> type, String method, Annotation... qualifiers) {
        Method found = Stream.of(type.getDeclaredMethods())
                .filter(each -> each.getName().equals(method))
                .findFirst()
                .orElseThrow();
        return new Declaration(type, found, found.getAnnotation(Memoized.class), false, List.of(qualifiers));
    }

    /** Of one without mistakes. */
    static MethodPlan plan(Class<?> type, String method, Annotation... qualifiers) {
        Problems problems = new Problems();
        PlanDraft draft = PlanDraft.read(of(type, method, qualifiers), key -> null, problems);
        problems.refuse();
        return MethodPlan.complete(draft, Instances.byConstructor());
    }
}
