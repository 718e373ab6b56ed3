package dev.memoized.impl.plan;

import dev.memoized.ContextValue;
import dev.memoized.Memoized;
import dev.memoized.impl.context.DeclaredContext;
import dev.memoized.impl.key.ValueEquality;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.WiringMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a method varies by, and refuses what could not be told apart in a key. */
public final class ContextReader {
    private static final int NAME_AT_MOST = 100;

    private final Declaration declaration;
    private final Memoized memoized;

    private ContextReader(Declaration declaration) {
        this.declaration = declaration;
        this.memoized = declaration.memoized();
    }

    /** Refuses what the declaration alone shows to be wrong. */
    static void check(Declaration declaration, Problems problems) {
        new ContextReader(declaration).checkForm(problems);
    }

    /**
     * Refuses values whose names cannot be told apart.
     *
     * @param instances of values that can be made; the others are somebody else's to refuse
     */
    public static void checkNames(Declaration declaration, Instances instances, Problems problems) {
        new ContextReader(declaration).checkNames(instances, problems);
    }

    /**
     * What a complete plan knows of its context.
     *
     * @throws ReflectiveOperationException when a value can neither be found nor made
     */
    static DeclaredContext read(Declaration declaration, Instances instances) throws ReflectiveOperationException {
        Memoized memoized = declaration.memoized();
        List<ContextValue<?>> values = new ArrayList<>();
        for (Class<? extends ContextValue<?>> type : memoized.varyBy()) {
            values.add(instances.get(type));
        }
        return new DeclaredContext(
                declaration.place(), List.of(memoized.varyBy()), values, Set.of(distinct(memoized.independentOf())));
    }

    private static Class<?>[] distinct(Class<?>[] types) {
        return List.of(types).stream().distinct().toArray(Class<?>[]::new);
    }

    private void checkForm(Problems problems) {
        Set<Class<?>> seen = new HashSet<>();
        for (Class<? extends ContextValue<?>> type : memoized.varyBy()) {
            if (!seen.add(type)) {
                problems.add(declaration, "varyBy", FormMessage.VARY_BY_TWICE, type.getName());
            }
            if (List.of(memoized.independentOf()).contains(type)) {
                problems.add(declaration, "independentOf", FormMessage.INDEPENDENT_CONTRADICTS, type.getName());
            }
            refuseWithoutEquality(type, problems);
        }
    }

    private void refuseWithoutEquality(Class<?> type, Problems problems) {
        Class<?> lacking =
                ValueEquality.of(TypeArgument.of(type, ContextValue.class)).lacking();
        if (lacking != null) {
            problems.add(
                    declaration, "varyBy", FormMessage.CONTEXT_WITHOUT_EQUALITY, type.getName(), lacking.getName());
        }
    }

    private void checkNames(Instances instances, Problems problems) {
        Map<String, Class<?>> seen = new HashMap<>();
        for (Class<? extends ContextValue<?>> type : memoized.varyBy()) {
            String name = nameOf(type, instances);
            if (name == null) {
                continue;
            }
            if (isMalformed(name)) {
                problems.add(
                        declaration, "varyBy", WiringMessage.CONTEXT_NAME_MALFORMED, type.getName(), printable(name));
            }
            Class<?> other = seen.put(name, type);
            if (other != null && other != type) {
                problems.add(
                        declaration,
                        "varyBy",
                        WiringMessage.CONTEXT_NAME_TWICE,
                        other.getName(),
                        type.getName(),
                        printable(name));
            }
        }
    }

    private static @Nullable String nameOf(Class<? extends ContextValue<?>> type, Instances instances) {
        try {
            return String.valueOf(instances.get(type).name());
        } catch (ReflectiveOperationException | RuntimeException | LinkageError unusable) {
            return null;
        }
    }

    private static boolean isMalformed(String name) {
        return name.isBlank() || name.length() > NAME_AT_MOST || name.chars().anyMatch(Character::isISOControl);
    }

    private static String printable(String name) {
        String text = name.replaceAll("\\p{Cntrl}", "?");
        return text.length() <= NAME_AT_MOST ? text : text.substring(0, NAME_AT_MOST) + "…";
    }
}
