package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.TwoPartKey;
import dev.memoized.impl.config.MethodSettings;
import dev.memoized.impl.config.Settings;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.log.FormMessage;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;

/**
 * All of a plan that can be read without beans: the form of a declaration, checked.
 *
 * @param declaration what it was read from
 * @param name the namespace
 * @param schema a part of the key
 * @param limits when a value is stale, and when it is gone
 * @param bounds of waits and computations
 * @param keyPositions the parameters that are in the key
 * @param keeping of the entries
 * @param execution of the body
 */
public record PlanDraft(
        Declaration declaration,
        String name,
        String schema,
        Limits limits,
        Bounds bounds,
        List<Integer> keyPositions,
        Keeping keeping,
        Execution execution) {

    /**
     * How the body runs.
     *
     * @param shape of the result
     * @param isolated cold calls compute apart from their callers
     * @param enabled whether the cache takes part at all
     */
    public record Execution(ResultShape shape, boolean isolated, boolean enabled) {}

    /**
     * Where and how the entries are kept.
     *
     * @param backend where
     * @param storing how
     * @param tags by which they are dropped
     */
    public record Keeping(BackendChoice backend, Storing storing, Tags tags) {}

    /** Where the entries are kept. */
    public BackendChoice backend() {
        return keeping.backend();
    }

    /** How they are kept there. */
    public Storing storing() {
        return keeping.storing();
    }

    /**
     * Reads a declaration.
     *
     * @param written as it was found
     * @param settings have a say in it
     * @param problems takes all that is wrong with its form; then the draft is of no use
     */
    public static PlanDraft read(Declaration written, Settings settings, Problems problems) {
        String name = NameReader.name(written, problems);
        MethodSettings own = new MethodSettings(settings, written.names(name), "");
        Declaration declaration = ConfiguredMembers.read(written, own, problems);
        if (declaration.isIntercepted()) {
            refuseModifiers(declaration, problems);
        }
        ContextReader.check(declaration, problems);
        DurationReader durations = new DurationReader(declaration, settings, problems);
        List<Integer> keyPositions = new KeyReader(declaration, problems).positions();
        BackendChoice backend = BackendChoice.read(declaration, problems);
        SettingReader ofMethod = new SettingReader(own.at(backend.name()), problems);
        LimitsReader limits = new LimitsReader(durations, ofMethod);
        Owner owner = backend.owner();
        OwnedReader.refuse(declaration, owner, problems);
        if (owner != Owner.REQUEST) {
            RequestReader.refuse(declaration, keyPositions, problems);
        }
        return new PlanDraft(
                declaration,
                name,
                NameReader.schema(declaration, problems),
                owner == Owner.BACKEND ? limits.limits() : limits.ofOwned(),
                Bounds.read(durations, ofMethod),
                keyPositions,
                new Keeping(backend, Storing.read(ofMethod), Tags.read(declaration, problems)),
                execution(declaration, owner, ofMethod, problems));
    }

    private static Execution execution(
            Declaration declaration, Owner owner, SettingReader settings, Problems problems) {
        boolean isolated = owner == Owner.BACKEND && declaration.memoized().isolated();
        return new Execution(ResultReader.read(declaration, problems), isolated, settings.isEnabled());
    }

    /** The type of what is remembered: of a stage, what it completes with. */
    public Type valueType() {
        Type type = declaration.method().getGenericReturnType();
        if (execution.shape() == ResultShape.PLAIN) {
            return type;
        }
        return type instanceof ParameterizedType stage ? stage.getActualTypeArguments()[0] : Object.class;
    }

    /** The types of the arguments that are in the key; of a generator all. */
    List<Class<?>> keyTypes() {
        Class<?>[] types = declaration.method().getParameterTypes();
        return hasGenerator()
                ? List.of(types)
                : keyPositions.stream().<Class<?>>map(i -> types[i]).toList();
    }

    /** What stands for the arguments, when it is not the parameters themselves. */
    boolean hasGenerator() {
        return declaration.memoized().keyGenerator() != KeyGenerator.Default.class;
    }

    /** Whether the tags of an entry are known to whoever knows its key. */
    boolean areTagsInKey() {
        return hasGenerator() || keeping.tags().areOf(keyPositions);
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
