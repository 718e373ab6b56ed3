package dev.memoized.impl.plan;

import dev.memoized.impl.config.Settings;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.Message;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.List;

/**
 * All of a plan that can be read without beans: the form of a declaration, checked.
 *
 * @param declaration what it was read from
 * @param name the namespace
 * @param schema a part of the key
 * @param limits when a value is stale, and when it is gone
 * @param waitAtMost the bound of a follower's wait
 * @param keyPositions the parameters that are in the key
 * @param backend where the entries are kept
 * @param shape of the result
 */
public record PlanDraft(
        Declaration declaration,
        String name,
        String schema,
        Limits limits,
        Duration waitAtMost,
        List<Integer> keyPositions,
        BackendChoice backend,
        ResultShape shape) {

    /**
     * Reads a declaration.
     *
     * @param problems takes all that is wrong with its form; then the draft is of no use
     */
    public static PlanDraft read(Declaration declaration, Settings settings, Problems problems) {
        refuseModifiers(declaration, problems);
        LimitsReader limits = new LimitsReader(declaration, settings, problems);
        return new PlanDraft(
                declaration,
                NameReader.name(declaration, problems),
                NameReader.schema(declaration, problems),
                limits.limits(),
                limits.waitAtMost(),
                new KeyReader(declaration, problems).positions(),
                BackendChoice.read(declaration, problems),
                ResultReader.read(declaration, problems));
    }

    private static void refuseModifiers(Declaration declaration, Problems problems) {
        Method method = declaration.method();
        int modifiers = method.getModifiers();
        if (Modifier.isStatic(modifiers)) {
            problems.add(declaration, "", Message.METHOD_STATIC, method.getName());
        }
        if (Modifier.isPrivate(modifiers)) {
            problems.add(declaration, "", Message.METHOD_PRIVATE, method.getName());
        }
        if (Modifier.isFinal(modifiers)) {
            problems.add(declaration, "", Message.METHOD_FINAL, method.getName());
        }
        if (Modifier.isAbstract(modifiers)) {
            problems.add(
                    declaration,
                    "",
                    Message.METHOD_ABSTRACT,
                    method.getDeclaringClass().getName());
        }
    }
}
