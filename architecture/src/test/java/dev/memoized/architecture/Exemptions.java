package dev.memoized.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What rules leave alone: each by name, each with its reason, and only as long as it is needed. */
final class Exemptions {
    private static final List<Exemption> ALL = List.of(
            new Exemption(
                    "nothing-computed-inside-a-map",
                    "dev.memoized.impl.service.CacheMap",
                    "is a map itself, and computes by the engine"),
            new Exemption(
                    "no-java-deserialization",
                    "dev.memoized.impl.codec.LoadingInput",
                    "loads no class that the application has not allowed by name"),
            new Exemption(
                    "no-java-deserialization",
                    "dev.memoized.impl.codec.SerializationCodec",
                    "is made by the application only, with the list of its classes"),
            new Exemption(
                    "no-threads-of-our-own",
                    "dev.memoized.impl.backend.Hands",
                    "a backend's client may hang, and only another thread can wait for it in bounded time"),
            new Exemption(
                    "no-threads-of-our-own",
                    "dev.memoized.impl.refresh.DaemonThreads",
                    "makes the threads of OwnPool and OwnThreads, and of nothing else"),
            new Exemption(
                    "no-threads-of-our-own",
                    "dev.memoized.impl.refresh.OwnThreads",
                    "starts one for each isolated computation, and ends them with the application"));

    private Exemptions() {}

    /**
     * One of them.
     *
     * @param rule its name
     * @param place the class or file
     * @param reason for readers
     */
    record Exemption(String rule, String place, String reason) {}

    /** The violations that nobody excused, and a sentence for each exemption that is needed no longer. */
    static List<String> remaining(Rule rule, Code code) {
        List<String> violations = rule.violationsIn(code);
        List<String> excused =
                ofRule(rule.name()).map(Exemption::place).distinct().toList();
        List<String> remaining = new ArrayList<>(violations.stream()
                .filter(violation -> !excused.contains(Rule.place(violation)))
                .toList());
        for (String place : excused) {
            if (violations.stream().noneMatch(violation -> Rule.place(violation).equals(place))) {
                remaining.add(place + " keeps the rule \"" + rule.name() + "\" now: remove its exemption");
            }
        }
        return remaining;
    }

    private static Stream<Exemption> ofRule(String name) {
        return ALL.stream().filter(each -> each.rule().equals(name));
    }
}
