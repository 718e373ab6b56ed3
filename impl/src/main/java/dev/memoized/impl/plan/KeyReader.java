package dev.memoized.impl.plan;

import dev.memoized.CacheKey;
import dev.memoized.CacheKeyIgnore;
import dev.memoized.KeyGenerator;
import dev.memoized.impl.key.ValueEquality;
import dev.memoized.impl.log.FormMessage;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.stream.IntStream;

/** Reads which parameters are in the key, and refuses those that have no value equality. */
final class KeyReader {
    private final Declaration declaration;
    private final Parameter[] parameters;
    private final Problems problems;

    KeyReader(Declaration declaration, Problems problems) {
        this.declaration = declaration;
        this.parameters = declaration.method().getParameters();
        this.problems = problems;
    }

    /** The positions of the parameters that are in the key; of no interest when a generator makes it. */
    List<Integer> positions() {
        boolean marked = carries(CacheKey.class);
        boolean ignored = carries(CacheKeyIgnore.class);
        if (declaration.memoized().keyGenerator() != KeyGenerator.Default.class) {
            refuseUnused(CacheKey.class, marked);
            refuseUnused(CacheKeyIgnore.class, ignored);
            return List.of();
        }
        if (marked && ignored) {
            problems.add(declaration, "@CacheKey", FormMessage.KEY_MARKS_MIXED);
        }
        List<Integer> positions = IntStream.range(0, parameters.length)
                .filter(i -> marked
                        ? parameters[i].isAnnotationPresent(CacheKey.class)
                        : !parameters[i].isAnnotationPresent(CacheKeyIgnore.class))
                .boxed()
                .toList();
        for (int position : positions) {
            refuseWithoutEquality(position);
        }
        return positions;
    }

    private void refuseUnused(Class<? extends Annotation> mark, boolean present) {
        if (present) {
            problems.add(declaration, "keyGenerator", FormMessage.KEY_MARKS_UNUSED, mark.getSimpleName());
        }
    }

    private void refuseWithoutEquality(int position) {
        ValueEquality.Verdict verdict = ValueEquality.of(parameters[position].getParameterizedType());
        Class<?> lacking = verdict.lacking();
        if (lacking != null) {
            problems.add(
                    declaration,
                    "parameter " + parameters[position].getName(),
                    FormMessage.ARGUMENT_WITHOUT_EQUALITY,
                    position,
                    lacking.getName());
        }
    }

    private boolean carries(Class<? extends Annotation> mark) {
        for (Parameter parameter : parameters) {
            if (parameter.isAnnotationPresent(mark)) {
                return true;
            }
        }
        return false;
    }
}
