package dev.memoized.impl.plan;

import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.impl.log.FormMessage;
import java.lang.reflect.Parameter;
import java.util.List;

/** Refuses arguments and results that belong to one request, session or identity. */
final class RequestReader {
    private final Declaration declaration;
    private final Memoized memoized;
    private final List<Integer> keyPositions;
    private final Problems problems;

    private RequestReader(Declaration declaration, List<Integer> keyPositions, Problems problems) {
        this.declaration = declaration;
        this.memoized = declaration.memoized();
        this.keyPositions = keyPositions;
        this.problems = problems;
    }

    static void refuse(Declaration declaration, List<Integer> keyPositions, Problems problems) {
        RequestReader reader = new RequestReader(declaration, keyPositions, problems);
        reader.refuseArguments();
        reader.refuseResult();
    }

    private void refuseArguments() {
        Parameter[] parameters = declaration.method().getParameters();
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            boolean isInKey = memoized.keyGenerator() != KeyGenerator.Default.class || keyPositions.contains(i);
            int position = i;
            RequestTypes.in(parameter.getParameterizedType())
                    .filter(type -> !isNamed(type))
                    .filter(type -> !isInKey || !isIdentityOnly(type))
                    .ifPresent(type -> problems.add(
                            declaration,
                            "parameter " + parameter.getName(),
                            FormMessage.ARGUMENT_OF_REQUEST,
                            position,
                            type.getName()));
        }
    }

    /** An identity may be what the method looks up; a request that is over is of no use to anybody. */
    private void refuseResult() {
        RequestTypes.in(declaration.method().getGenericReturnType())
                .filter(type -> !isIdentityOnly(type) || !isNamed(type))
                .ifPresent(type -> problems.add(declaration, "", FormMessage.RESULT_OF_REQUEST, type.getName()));
    }

    private boolean isNamed(Class<?> type) {
        return declaration.isIndependentOf(type);
    }

    private static boolean isIdentityOnly(Class<?> type) {
        return RequestTypes.isIdentity(type) && !RequestTypes.isRequest(type);
    }
}
