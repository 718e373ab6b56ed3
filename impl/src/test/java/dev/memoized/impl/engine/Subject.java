package dev.memoized.impl.engine;

import dev.memoized.Memoized;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.plan.Declaration;
import dev.memoized.impl.plan.Instances;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.PlanDraft;
import dev.memoized.impl.plan.Problems;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods whose plans tests use: their bodies never run. */
final class Subject {
    private Subject() {}

    /** Overloads of one method that share their entries. */
    static class Plain {
        public Object method(Object a) {
            throw new AssertionError("the door calls the test's body");
        }

        public Object method(Object a, Object b) {
            throw new AssertionError("the door calls the test's body");
        }
    }

    /** The same with a stage. */
    static class Stage {
        public CompletionStage<Object> method(Object a) {
            throw new AssertionError("the door calls the test's body");
        }

        public CompletionStage<Object> method(Object a, Object b) {
            throw new AssertionError("the door calls the test's body");
        }
    }

    /** By number of parameters. */
    static Map<Integer, MethodPlan> plans(Class<?> type, Terms terms, String name) {
        return Stream.of(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .collect(Collectors.toMap(
                        Method::getParameterCount,
                        method -> plan(type, method, terms.annotation(name), terms::setting)));
    }

    private static MethodPlan plan(Class<?> type, Method method, Memoized memoized, Settings settings) {
        Problems problems = new Problems();
        Declaration declaration = new Declaration(type, method, memoized, false, List.of());
        PlanDraft draft = PlanDraft.read(declaration, settings, problems);
        problems.refuse();
        return MethodPlan.complete(draft, Instances.byConstructor());
    }
}
