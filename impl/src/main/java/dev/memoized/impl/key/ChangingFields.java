package dev.memoized.impl.key;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields through which an object of a class may come to be another than it was: those that are not final, and those
 * whose type does not say that what they hold never changes.
 */
final class ChangingFields {
    // Values of the JDK's types only, as in OwnEquality.
    private static final ClassValue<Field[]> KNOWN = new ClassValue<>() {
        @Override
        protected Field[] computeValue(Class<?> type) {
            return isPassedOver(type)
                    ? new Field[0]
                    : fieldsOf(type)
                            .filter(field -> mayChange(field, new HashSet<>()))
                            .filter(ChangingFields::isReadable)
                            .toArray(Field[]::new);
        }
    };
    // Through these an entity reaches its session: much, never at rest, and no part of its value.
    private static final Set<String> OF_PERSISTENCE = Set.of("$$_hibernate_", "_persistence_", "pcStateManager");

    private ChangingFields() {}

    /** Those that may be read; none of a class that never changes, a class of the JDK, a collection or a client proxy. */
    static Field[] of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static boolean isPassedOver(Class<?> type) {
        return Unfolded.isOfJdk(type)
                || type.isHidden()
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || OwnEquality.isClientProxy(type);
    }

    private static boolean isReadable(Field field) {
        return !Unfolded.isOfJdk(field.getDeclaringClass()) && field.trySetAccessible();
    }

    private static boolean mayChange(Field field, Set<Class<?>> asked) {
        return !Modifier.isFinal(field.getModifiers()) || mayChange(field.getType(), asked);
    }

    // A type that is asked about already adds nothing: one field that may change is enough.
    private static boolean mayChange(Class<?> type, Set<Class<?>> asked) {
        if (StableTypes.isAlwaysStable(type) || !asked.add(type)) {
            return false;
        }
        return type.isArray()
                || !Modifier.isFinal(type.getModifiers())
                || fieldsOf(type).anyMatch(field -> mayChange(field, asked));
    }

    private static Stream<Field> fieldsOf(Class<?> type) {
        return Stream.<Class<?>>iterate(type, each -> each != null, Class::getSuperclass)
                .flatMap(ChangingFields::declared)
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !isAdded(field));
    }

    private static Stream<Field> declared(Class<?> type) {
        try {
            return Stream.of(type.getDeclaredFields());
        } catch (LinkageError e) {
            return Stream.of(); // the class of one of them is not there
        }
    }

    private static boolean isAdded(Field field) {
        return field.isSynthetic() || OF_PERSISTENCE.stream().anyMatch(field.getName()::startsWith);
    }
}
