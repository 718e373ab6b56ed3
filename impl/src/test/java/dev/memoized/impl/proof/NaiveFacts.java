package dev.memoized.impl.proof;

import dev.memoized.VersionSource;
import dev.memoized.impl.engine.Terms;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** What a {@link NaiveMemoizing} knows of one method, and takes of its calls before they compute. */
final class NaiveFacts {
    private final Defect defect;
    private final String name;
    private final Terms terms;
    private final NaiveKeys keys;
    private final NaiveContext context;
    private final VersionSource versions;

    NaiveFacts(Defect defect, String name, Terms terms, ThreadLocal<List<?>> visible) {
        this.defect = defect;
        this.name = name;
        this.terms = terms;
        this.keys = new NaiveKeys(defect);
        this.context = new NaiveContext(defect, terms.request().varyBy(), visible);
        Class<? extends VersionSource> source = terms.request().versionedBy();
        this.versions = source == VersionSource.None.class ? null : make(source);
    }

    static <T> T make(Class<T> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    String name() {
        return name;
    }

    Terms terms() {
        return terms;
    }

    NaiveContext context() {
        return context;
    }

    /** Null when no key can be made. */
    NaiveCall of(Object... arguments) {
        List<Object> captured = context.capture();
        Object ofArguments = captured == null ? null : keys.key(arguments);
        if (ofArguments == null) {
            return null;
        }
        Object key = List.of(defect == Defect.KEY_WITHOUT_METHOD ? "" : name, context.part(captured), ofArguments);
        return new NaiveCall(key, captured, version(arguments), Request.here(), arguments);
    }

    private Object version(Object... arguments) {
        List<Object> all = Collections.unmodifiableList(Arrays.asList(arguments));
        return versions == null ? null : versions.version(new NaiveQuestion(name, all));
    }
}
