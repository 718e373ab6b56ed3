package dev.memoized.impl.cdi;

import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A method of a build as settings name it: {@code load(java.lang.String,int)}. */
final class BuiltSignature {
    private BuiltSignature() {}

    static String of(MethodInfo method) {
        return method.parameters().stream()
                .map(parameter -> text(parameter.type()))
                .collect(Collectors.joining(",", method.name() + "(", ")"));
    }

    private static String text(Type type) {
        return switch (type.kind()) {
            case PRIMITIVE -> type.asPrimitive().primitiveKind().name().toLowerCase(Locale.ROOT);
            case ARRAY -> text(type.asArray().componentType()) + "[]";
            case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
            case TYPE_VARIABLE -> bound(type.asTypeVariable().bounds());
            case CLASS -> type.asClass().declaration().name();
            case VOID, WILDCARD_TYPE -> "";
        };
    }

    private static String bound(List<Type> bounds) {
        return bounds.isEmpty() ? Object.class.getName() : text(bounds.get(0));
    }
}
