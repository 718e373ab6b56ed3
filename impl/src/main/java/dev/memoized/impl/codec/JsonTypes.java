package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.type.Erasure;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look at a declared type, with all that is inside of its values: whether JSON brings them back as they were. */
final class JsonTypes {
    private final Set<Type> met = new HashSet<>();
    private final JsonTraits traits;
    private final Type whole;

    private JsonTypes(JsonTraits traits, Type whole) {
        this.traits = traits;
        this.whole = whole;
    }

    /** Why values of a type do not come back; empty when they do. */
    static Optional<Refusal> refused(Type type, JsonTraits traits) {
        return Optional.ofNullable(new JsonTypes(traits, type).look(type, Map.of()));
    }

    private @Nullable Refusal look(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            Type meant = bound.get(variable);
            return meant == null ? refuse(WiringMessage.TYPE_WILDCARD, type) : look(meant, Map.of());
        }
        if (type instanceof WildcardType) {
            return refuse(WiringMessage.TYPE_WILDCARD, type);
        }
        if (type instanceof GenericArrayType array) {
            return traits.genericArrays()
                    ? look(array.getGenericComponentType(), bound)
                    : refuse(WiringMessage.TYPE_LOST, type);
        }
        if (type instanceof Class<?> array && array.isArray()) {
            return look(array.getComponentType(), bound);
        }
        return lookAtClass(Erasure.of(type), type, bound);
    }

    private @Nullable Refusal lookAtClass(Class<?> raw, Type type, Map<TypeVariable<?>, Type> bound) {
        List<Type> arguments = Declared.argumentsOf(type);
        if (JdkTypes.isOpen(raw)) {
            return refuse(WiringMessage.TYPE_OPEN, type);
        }
        if (traits.told().test(raw)) {
            return null;
        }
        if (arguments.isEmpty() && raw.getTypeParameters().length > 0) {
            return refuse(WiringMessage.TYPE_RAW, type);
        }
        if (JdkTypes.isContainer(raw)) {
            return lookIntoContainer(raw, type, bound);
        }
        if (Declared.isOfJdk(raw) || raw.isEnum()) {
            return raw.isEnum() || (JdkTypes.isSimple(raw) && !traits.lost().contains(raw))
                    ? null
                    : refuse(WiringMessage.TYPE_LOST, type);
        }
        return lookIntoObject(raw, type, bound);
    }

    private @Nullable Refusal lookIntoContainer(Class<?> raw, Type type, Map<TypeVariable<?>, Type> bound) {
        List<Type> arguments = Declared.argumentsOf(type);
        Type first = meant(arguments.get(0), bound);
        boolean isNested = raw == Optional.class && Declared.isOptional(first);
        boolean isKeyed = Map.class.isAssignableFrom(raw);
        if (traits.lost().contains(raw) || isNested || (isKeyed && !isKey(first))) {
            return refuse(WiringMessage.TYPE_LOST, type);
        }
        return firstOf(arguments.stream().map(argument -> () -> look(argument, bound)));
    }

    private static Type meant(Type type, Map<TypeVariable<?>, Type> bound) {
        return bound.getOrDefault(type, type);
    }

    private boolean isKey(Type type) {
        Class<?> raw = Erasure.of(type);
        boolean simple = JdkTypes.isSimple(raw) || raw.isEnum();
        return (simple && raw != byte[].class) || (traits.anyKeys() && raw != Optional.class);
    }

    private @Nullable Refusal lookIntoObject(Class<?> raw, Type type, Map<TypeVariable<?>, Type> bound) {
        if (Modifier.isAbstract(raw.getModifiers())) {
            return refuse(WiringMessage.TYPE_ABSTRACT, type);
        }
        if (!traits.makes().test(raw)) {
            return refuse(WiringMessage.TYPE_UNMADE, type);
        }
        if (raw.isRecord() && type != raw && !traits.genericRecords()) {
            return refuse(WiringMessage.TYPE_LOST, type);
        }
        return met.add(type) ? lookIntoFields(raw, bind(raw, type, bound)) : null;
    }

    private Map<TypeVariable<?>, Type> bind(Class<?> raw, Type type, Map<TypeVariable<?>, Type> outer) {
        Map<TypeVariable<?>, Type> bound = new HashMap<>();
        List<Type> arguments = Declared.argumentsOf(type);
        for (int i = 0; i < arguments.size(); i++) {
            bound.put(raw.getTypeParameters()[i], meant(arguments.get(i), outer));
        }
        return bound;
    }

    private @Nullable Refusal lookIntoFields(Class<?> raw, Map<TypeVariable<?>, Type> bound) {
        Refusal own = firstOf(Stream.of(raw.getDeclaredFields())
                .filter(Fingerprint::isPartOfValue)
                .filter(field -> !traits.told().test(field))
                .map(field -> () -> look(field.getGenericType(), bound)));
        Type above = raw.getGenericSuperclass();
        Class<?> superclass = raw.getSuperclass();
        if (own != null || superclass == null || above == null || Declared.isOfJdk(superclass)) {
            return own;
        }
        return lookIntoFields(superclass, bind(superclass, above, bound));
    }

    /** What is still to be looked at. */
    @FunctionalInterface
    private interface Look {
        @Nullable
        Refusal take();
    }

    private static @Nullable Refusal firstOf(Stream<Look> looks) {
        for (Look look : looks.toList()) {
            Refusal refusal = look.take();
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    private Refusal refuse(WiringMessage reason, Type type) {
        String place = type.equals(whole) ? "" : " in " + whole.getTypeName();
        return new Refusal(reason, traits.id(), type.getTypeName() + place);
    }
}
