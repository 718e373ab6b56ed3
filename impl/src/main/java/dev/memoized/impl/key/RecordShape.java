package dev.memoized.impl.key;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a record class is made of. Records are always compared component by component: one that could be compared otherwise
 * (it overrides equals) or could change (a component may) is copied.
 */
final class RecordShape {
    // Values of the JDK's types only, as in OwnEquality.
    private static final ClassValue<Boolean> STABLE = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isStable(type, new HashSet<>());
        }
    };
    private static final ClassValue<Method[]> ACCESSORS = new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
            Method[] accessors = Stream.of(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toArray(Method[]::new);
            Stream.of(accessors).forEach(Method::trySetAccessible);
            return accessors;
        }
    };

    private RecordShape() {}

    static boolean isStable(Class<?> record) {
        return STABLE.get(record);
    }

    /** The values of the components, in their order. */
    static @Nullable Object[] values(Record record) {
        Method[] accessors = ACCESSORS.get(record.getClass());
        @Nullable Object[] values = new @Nullable Object[accessors.length];
        for (int i = 0; i < values.length; i++) {
            try {
                values[i] = accessors[i].invoke(record);
            } catch (ReflectiveOperationException e) {
                throw UnkeyableException.thrown(record.getClass(), e);
            }
        }
        return values;
    }

    static Stream<String> names(Class<?> record) {
        return Stream.of(record.getRecordComponents()).map(RecordComponent::getName);
    }

    // A record that contains itself is not stable: only a copy bounds its depth.
    private static boolean isStable(Class<?> type, Set<Class<?>> inside) {
        if (!type.isRecord()) {
            return StableTypes.isAlwaysStable(type);
        }
        if (!hasGeneratedEquality(type) || !inside.add(type)) {
            return false;
        }
        boolean stable =
                Stream.of(type.getRecordComponents()).allMatch(component -> isStable(component.getType(), inside));
        inside.remove(type);
        return stable;
    }

    // The compiler makes these methods final; hand-written ones hardly ever are.
    private static boolean hasGeneratedEquality(Class<?> record) {
        try {
            return isFinal(record.getDeclaredMethod("equals", Object.class))
                    && isFinal(record.getDeclaredMethod("hashCode"));
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static boolean isFinal(Method method) {
        return Modifier.isFinal(method.getModifiers());
    }
}
