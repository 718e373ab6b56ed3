package dev.memoized.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rooms of {@code impl}, and which others each may look into. */
final class Rooms {
    static final String IMPL = "dev.memoized.impl";

    static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry(
                    "cdi",
                    Set.of(
                            "cdi.reach",
                            "service",
                            "engine",
                            "refresh",
                            "flight",
                            "plan",
                            "context",
                            "version",
                            "config",
                            "freshness",
                            "key",
                            "backend",
                            "codec",
                            "local",
                            "observe",
                            "log",
                            "time")),
            Map.entry(
                    "memoizer",
                    Set.of("engine", "refresh", "plan", "context", "config", "freshness", "local", "log", "time")),
            Map.entry("cdi.reach", Set.of("plan", "log")),
            Map.entry("service", Set.of("engine", "plan", "context", "config", "freshness", "backend", "log")),
            Map.entry(
                    "engine",
                    Set.of(
                            "refresh",
                            "flight",
                            "version",
                            "plan",
                            "context",
                            "config",
                            "freshness",
                            "key",
                            "backend",
                            "codec",
                            "observe",
                            "type",
                            "log")),
            Map.entry("version", Set.of("plan", "context", "freshness", "key", "log")),
            Map.entry("plan", Set.of("context", "config", "freshness", "key", "type", "log")),
            Map.entry("context", Set.of("key", "log")),
            Map.entry("refresh", Set.of("freshness", "log")),
            Map.entry("flight", Set.of("log")),
            Map.entry("freshness", Set.of("log")),
            Map.entry("key", Set.of("log")),
            Map.entry("local", Set.of("log")),
            Map.entry("observe", Set.of("log")),
            Map.entry("config", Set.of("log")),
            Map.entry("backend", Set.of("codec", "key", "type", "log")),
            Map.entry("codec", Set.of("type", "log")),
            Map.entry("time", Set.of("log")),
            Map.entry("type", Set.of()),
            Map.entry("log", Set.of()));

    private Rooms() {}

    static final Rule LOOK_ONE_WAY = Classes.mustNot("rooms-look-one-way", Classes.in(IMPL + ".."), Rooms::strayLooks);

    private static Stream<String> strayLooks(JavaClass type) {
        String room = of(type).orElse("");
        if (!MAY_SEE.containsKey(room)) {
            return Stream.of("is in no room that Rooms.java knows");
        }
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> of(dependency.getTargetClass().getBaseComponentType())
                        .filter(other -> !other.equals(room))
                        .filter(other -> !MAY_SEE.get(room).contains(other))
                        .isPresent())
                .map(Dependency::getDescription);
    }

    /** The name of the room that a class is in; empty outside of impl. */
    static Optional<String> of(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(IMPL + ".") ? Optional.of(name.substring(IMPL.length() + 1)) : Optional.empty();
    }
}
