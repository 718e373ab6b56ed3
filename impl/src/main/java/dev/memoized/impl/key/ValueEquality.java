package dev.memoized.impl.key;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at a parameter's type before any call: whether its arguments will be told apart by value. */
public final class ValueEquality {
    private final Set<Class<?>> inside = new HashSet<>();

    private ValueEquality() {}

    /** What a type says about its instances. */
    public enum Answer {
        HAS,
        UNKNOWN_UNTIL_CALLED,
        HAS_NOT
    }

    /**
     * What was found.
     *
     * @param answer what the type says
     * @param lacking with HAS_NOT, the class without value equality: the type itself or one that it contains
     */
    public record Verdict(Answer answer, @Nullable Class<?> lacking) {
        private static final Verdict HAS = new Verdict(Answer.HAS, null);
        private static final Verdict UNKNOWN = new Verdict(Answer.UNKNOWN_UNTIL_CALLED, null);

        private static Verdict hasNot(Class<?> lacking) {
            return new Verdict(Answer.HAS_NOT, lacking);
        }

        private Verdict and(Verdict other) {
            return other.answer.compareTo(answer) > 0 ? other : this;
        }
    }

    /**
     * The verdict on a type.
     *
     * @param parameterType as declared, with its type arguments
     * @return HAS_NOT when no call with an argument but null can have a key
     */
    public static Verdict of(Type parameterType) {
        return new ValueEquality().judge(parameterType, Map.of());
    }

    private Verdict judge(Type type, Map<TypeVariable<?>, Verdict> known) {
        if (type instanceof Class<?> plain) {
            return judge(plain);
        }
        if (type instanceof ParameterizedType generic) {
            return judge(generic, known);
        }
        if (type instanceof GenericArrayType array) {
            return judge(array.getGenericComponentType(), known);
        }
        if (type instanceof WildcardType wildcard) {
            return judge(wildcard.getUpperBounds()[0], known);
        }
        return type instanceof TypeVariable<?> variable
                ? known.getOrDefault(variable, Verdict.UNKNOWN)
                : Verdict.UNKNOWN;
    }

    private Verdict judge(Class<?> type) {
        if (type.isArray()) {
            return judge(type.getComponentType());
        }
        if (type.isRecord()) {
            return components(type, Map.of());
        }
        if (StableTypes.isAlwaysStable(type)) {
            return Verdict.HAS;
        }
        return isContainer(type) || type == Object.class ? Verdict.UNKNOWN : foreign(type);
    }

    private Verdict judge(ParameterizedType generic, Map<TypeVariable<?>, Verdict> known) {
        Class<?> raw = (Class<?>) generic.getRawType();
        boolean isOfJdk = raw.getName().startsWith("java.");
        if (!raw.isRecord() && !(isOfJdk && isContainer(raw))) {
            return judge(raw);
        }
        Verdict[] arguments = Stream.of(generic.getActualTypeArguments())
                .map(argument -> judge(argument, known))
                .toArray(Verdict[]::new);
        return raw.isRecord() ? components(raw, bind(raw, arguments)) : all(Stream.of(arguments));
    }

    private static Map<TypeVariable<?>, Verdict> bind(Class<?> raw, Verdict[] arguments) {
        Map<TypeVariable<?>, Verdict> bound = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            bound.put(raw.getTypeParameters()[i], arguments[i]);
        }
        return bound;
    }

    // A record inside itself adds nothing. One without type parameters is looked at once: its verdict is counted.
    private Verdict components(Class<?> type, Map<TypeVariable<?>, Verdict> known) {
        if (!inside.add(type)) {
            return Verdict.HAS;
        }
        Verdict verdict = all(Stream.of(type.getRecordComponents())
                .map(RecordComponent::getGenericType)
                .map(component -> judge(component, known)));
        if (type.getTypeParameters().length > 0) {
            inside.remove(type);
        }
        return verdict;
    }

    private static Verdict all(Stream<Verdict> verdicts) {
        return verdicts.reduce(Verdict.HAS, Verdict::and);
    }

    // What Snapshot reads by its content; whether the content has equality, a raw type does not say.
    private static boolean isContainer(Class<?> type) {
        return Stream.of(Collection.class, Map.class, Map.Entry.class, Optional.class)
                .anyMatch(container -> container.isAssignableFrom(type));
    }

    private static Verdict foreign(Class<?> type) {
        boolean isOpen = type.isInterface() || Modifier.isAbstract(type.getModifiers());
        if (!type.isInterface() && OwnEquality.in(type)) {
            return Verdict.HAS;
        }
        return isOpen && !IdentityTypes.contain(type) ? Verdict.UNKNOWN : Verdict.hasNot(type);
    }
}
