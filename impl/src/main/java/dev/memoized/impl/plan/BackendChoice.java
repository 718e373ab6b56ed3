package dev.memoized.impl.plan;

import dev.memoized.Backend;
import dev.memoized.impl.log.FormMessage;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which backend keeps a method's entries.
 *
 * @param qualifier of the backend's bean; null for the default
 */
public record BackendChoice(@Nullable Annotation qualifier) {
    static BackendChoice read(Declaration declaration, Problems problems) {
        String name = declaration.memoized().backend();
        List<Annotation> qualifiers = declaration.qualifiers();
        if (qualifiers.size() > 1) {
            List<String> names = qualifiers.stream().map(BackendChoice::text).toList();
            problems.add(declaration, "qualifier", FormMessage.QUALIFIERS_MANY, names);
        }
        if (!name.isEmpty() && !qualifiers.isEmpty()) {
            String other = qualifiers.get(0).annotationType().getSimpleName();
            problems.add(declaration, "backend", FormMessage.BACKEND_TWICE, name, other);
        }
        if (!name.isEmpty()) {
            return new BackendChoice(Backend.Literal.of(name));
        }
        return new BackendChoice(qualifiers.isEmpty() ? null : qualifiers.get(0));
    }

    /** Of its settings. */
    public String name() {
        if (qualifier == null) {
            return "default";
        }
        return qualifier instanceof Backend backend
                ? backend.value()
                : qualifier.annotationType().getSimpleName();
    }

    /** With whom the entries live. */
    public Owner owner() {
        return Owner.of(qualifier);
    }

    /** For messages: {@code @Backend("redis")}. */
    @Override
    public String toString() {
        return qualifier == null ? "the default" : text(qualifier);
    }

    private static String text(Annotation qualifier) {
        String name = qualifier.annotationType().getSimpleName();
        return qualifier instanceof Backend backend ? "@Backend(\"%s\")".formatted(backend.value()) : "@" + name;
    }
}
