package dev.memoized.impl.proof;

import dev.memoized.ContextValue;
import dev.memoized.UndeclaredContextException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** The context values of one method. */
final class NaiveContext {
    private static final Object MISSING = new Object();

    private final List<ContextValue<?>> values = new ArrayList<>();
    private final List<Class<? extends ContextValue<?>>> types;
    private final ThreadLocal<List<?>> visible;
    private final Defect defect;

    /** With what the computation on a thread may see: one for all methods. */
    NaiveContext(Defect defect, List<Class<? extends ContextValue<?>>> types, ThreadLocal<List<?>> visible) {
        this.defect = defect;
        this.types = types;
        this.visible = visible;
        types.forEach(type -> values.add(NaiveFacts.make(type)));
    }

    /** Null when one of them is not there. */
    List<Object> capture() {
        List<?> outer = visible.get();
        if (outer != null && !outer.containsAll(types) && defect != Defect.UNDECLARED_READING_ADMITTED) {
            throw new UndeclaredContextException("not declared");
        }
        List<Object> captured = values.stream().map(this::capture).toList();
        return captured.contains(MISSING) ? null : captured;
    }

    private Object capture(ContextValue<?> value) {
        try {
            Object captured = value.capture();
            if (captured == null) {
                return defect == Defect.MISSING_CONTEXT_IS_SHARED ? "" : MISSING;
            }
            boolean isBlank = captured.toString().isBlank();
            return isBlank && defect != Defect.BLANK_CONTEXT_IS_SHARED ? MISSING : captured;
        } catch (RuntimeException failure) {
            if (defect == Defect.FAILING_CONTEXT_FAILS_CALL) {
                throw failure;
            }
            return defect == Defect.FAILING_CONTEXT_IS_SHARED ? "" : MISSING;
        }
    }

    /** What they are in a key. */
    Object part(List<Object> captured) {
        return switch (defect) {
            case CONTEXT_NOT_IN_KEY -> List.of();
            case JOINED_CONTEXT_TEXT -> captured.stream().map(String::valueOf).collect(Collectors.joining(","));
            default -> captured;
        };
    }

    @SuppressWarnings("unchecked") // it captured the value itself
    void restore(List<Object> captured) {
        for (int i = 0; i < captured.size(); i++) {
            ((ContextValue<Object>) values.get(i)).restore(captured.get(i));
        }
    }

    /** Runs a computation that may see these and nothing else. */
    Object show(Callable<Object> computation) throws Exception {
        List<?> before = visible.get();
        visible.set(types);
        try {
            return computation.call();
        } finally {
            visible.set(before);
        }
    }
}
