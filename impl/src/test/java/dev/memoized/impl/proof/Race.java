package dev.memoized.impl.proof;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * The calls in which a planted bug shows: Lincheck is to find the order of their steps, and not also the calls, which few
 * rounds of it often do not meet.
 */
public final class Race {
    private final Class<?> type;
    private final List<List<Actor>> threads = new ArrayList<>();

    private Race(Class<?> type) {
        this.type = type;
    }

    /** Calls of the operations of a type, by their names. */
    public static Race of(Class<?> type) {
        return new Race(type);
    }

    /** A thread more, and its first call. */
    public Race thread(String operation, Object... arguments) {
        threads.add(new ArrayList<>());
        return and(operation, arguments);
    }

    /** A call more of this thread. */
    public Race and(String operation, Object... arguments) {
        threads.get(threads.size() - 1).add(call(operation, arguments));
        return this;
    }

    /** When all threads have ended. */
    public ExecutionScenario then(String operation, Object... arguments) {
        return new ExecutionScenario(List.of(), threads, List.of(call(operation, arguments)), null);
    }

    private Actor call(String operation, Object... arguments) {
        return new Actor(
                Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(operation))
                        .findAny()
                        .orElseThrow(),
                List.of(arguments));
    }
}
