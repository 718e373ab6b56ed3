package dev.memoized.architecture;

import java.util.List;
import java.util.function.Function;

/**
 * Something that must hold for code.
 *
 * @param name also that of the directory with its plants
 * @param violations what is wrong with some code; each begins with the name of the class or file
 */
record Rule(String name, Function<Code, List<String>> violations) {

    List<String> violationsIn(Code code) {
        return violations.apply(code).stream().distinct().sorted().toList();
    }

    /** The class or file that a violation is about. */
    static String place(String violation) {
        return violation.substring(0, violation.indexOf(' '));
    }

    @Override
    public String toString() {
        return name;
    }
}
