package dev.memoized.impl.cdi.reach;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Types and qualifiers of a build as texts: equal ones are the same, unequal ones may be. */
final class BuiltTypes {
    private static final Set<String> LOOKUPS =
            Set.of(Instance.class.getName(), Provider.class.getName(), "io.quarkus.arc.InjectableInstance");

    private static final String DEFAULT = Default.class.getName();
    private static final String NAMED = Named.class.getName() + " ";

    private BuiltTypes() {}

    /** What an {@code Instance} or {@code Provider} gives, else the type itself. */
    static Type unwrapped(Type type) {
        return LOOKUPS.contains(raw(type)) && type.isParameterizedType()
                ? unwrapped(type.asParameterizedType().typeArguments().get(0))
                : type;
    }

    /** The name of its class; empty when it has none. */
    static String raw(Type type) {
        if (type.isParameterizedType()) {
            return type.asParameterizedType().declaration().name();
        }
        return type.isClass() ? type.asClass().declaration().name() : "";
    }

    static String text(Type type) {
        return type.isParameterizedType()
                ? type.asParameterizedType().typeArguments().stream()
                        .map(BuiltTypes::text)
                        .collect(Collectors.joining(",", raw(type) + "<", ">"))
                : raw(type);
    }

    /** Those that a bean has. */
    static Set<String> qualifiersOfBean(Collection<AnnotationInfo> annotations) {
        Set<String> texts = texts(annotations);
        if (texts.stream().allMatch(text -> text.startsWith(NAMED))) {
            texts.add(DEFAULT);
        }
        return texts;
    }

    /** Those that a bean needs to have. */
    static Set<String> qualifiersOfPoint(Collection<AnnotationInfo> annotations) {
        Set<String> texts = texts(annotations);
        if (annotations.isEmpty()) {
            texts.add(DEFAULT);
        }
        return texts;
    }

    private static Set<String> texts(Collection<AnnotationInfo> annotations) {
        Set<String> texts = new TreeSet<>();
        for (AnnotationInfo annotation : annotations) {
            String name = annotation.name();
            if (name.equals(DEFAULT)) {
                texts.add(DEFAULT);
            } else if (!name.equals(Any.class.getName())) {
                texts.add(name + " " + annotation);
            }
        }
        return texts;
    }
}
