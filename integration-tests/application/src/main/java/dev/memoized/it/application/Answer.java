package dev.memoized.it.application;

import dev.memoized.Observed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a resource answers: lines of {@code name=value}, for which no runtime needs another library. */
final class Answer {
    private final Map<String, String> lines = new LinkedHashMap<>();

    private Answer() {}

    static Answer of(String name, @Nullable Object value) {
        return new Answer().and(name, value);
    }

    static Answer of(Observed<?> observed) {
        return of("value", observed.value()).and("outcome", observed.outcome());
    }

    Answer and(String name, @Nullable Object value) {
        lines.put(name, String.valueOf(value));
        return this;
    }

    Answer and(Map<?, ?> more) {
        more.forEach((name, value) -> and(name.toString(), value));
        return this;
    }

    String text() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
    }
}
