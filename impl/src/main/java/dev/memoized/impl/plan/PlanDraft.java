package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.FormMessage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
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
 * @param execution of the body
 */
public record PlanDraft(
        Declaration declaration,
        String name,
        String schema,
        Limits limits,
        Duration waitAtMost,
        List<Integer> keyPositions,
        BackendChoice backend,
        Execution execution) {

    /**
     * How the body runs.
     *
     * @param shape of the result
     * @param isolated cold calls compute apart from their callers
     */
    public record Execution(ResultShape shape, boolean isolated) {}

    /** The setting that isolates all methods. */
    public static final String ISOLATED = "memoized.default.isolated";

    /**
     * Reads a declaration.
     *
     * @param problems takes all that is wrong with its form; then the draft is of no use
     */
    public static PlanDraft read(Declaration declaration, Settings settings, Problems problems) {
        refuseModifiers(declaration, problems);
        ContextReader.check(declaration, problems);
        LimitsReader limits = new LimitsReader(declaration, settings, problems);
        List<Integer> keyPositions = new KeyReader(declaration, problems).positions();
        RequestReader.refuse(declaration, keyPositions, problems);
        return new PlanDraft(
                declaration,
                NameReader.name(declaration, problems),
                NameReader.schema(declaration, problems),
                limits.limits(),
                limits.waitAtMost(),
                keyPositions,
                BackendChoice.read(declaration, problems),
                new Execution(
                        ResultReader.read(declaration, problems),
                        declaration.memoized().isolated() || isIsolating(settings, new Problems())));
    }

    /**
     * Whether all methods are isolated.
     *
     * @param problems takes an unreadable setting
     */
    public static boolean isIsolating(Settings settings, Problems problems) {
        return Switch.isOn(ISOLATED, settings, problems);
    }

    /** What stands for the arguments, when it is not the parameters themselves. */
    boolean hasGenerator() {
        return declaration.memoized().keyGenerator() != KeyGenerator.Default.class;
    }

    /** Whether all keys are fields of shared entries, by what the generator declares. */
    boolean isOfFields() {
        return Arrays.stream(declaration.memoized().keyGenerator().getMethods())
                .anyMatch(method -> method.getName().equals("key") && method.getReturnType() == TwoPartKey.class);
    }

    private static void refuseModifiers(Declaration declaration, Problems problems) {
        Method method = declaration.method();
        int modifiers = method.getModifiers();
        if (Modifier.isStatic(modifiers)) {
            problems.add(declaration, "", FormMessage.METHOD_STATIC, method.getName());
        }
        if (Modifier.isPrivate(modifiers)) {
            problems.add(declaration, "", FormMessage.METHOD_PRIVATE, method.getName());
        }
        if (Modifier.isFinal(modifiers)) {
            problems.add(declaration, "", FormMessage.METHOD_FINAL, method.getName());
        }
        if (Modifier.isAbstract(modifiers)) {
            problems.add(
                    declaration,
                    "",
                    FormMessage.METHOD_ABSTRACT,
                    method.getDeclaringClass().getName());
        }
    }
}
