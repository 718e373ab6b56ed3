package dev.memoized.it.suite;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the application answered.
 *
 * @param status of HTTP
 * @param body lines of {@code name=value}, or an error's page
 */
public record Reply(int status, String body) {

    /** The value of a line. */
    public String get(String name) {
        String value = lines().get(name);
        if (status != 200 || value == null) {
            throw new AssertionError("no " + name + " in " + this);
        }
        return value;
    }

    /** The same of a number. */
    public long number(String name) {
        return Long.parseLong(get(name));
    }

    private Map<String, String> lines() {
        return body.lines()
                .filter(line -> line.contains("="))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1], (first, second) -> second));
    }
}
