package dev.memoized.architecture;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Tells lines of code from blank ones, comments, imports and package declarations. */
final class CodeLines {
    private static final Pattern NOT_COUNTED = Pattern.compile("\\s*|\\s*(import|package)\\s.*;\\s*");

    private final List<String> lines;

    private CodeLines(List<String> lines) {
        this.lines = lines;
    }

    static CodeLines of(String java) {
        return new CodeLines(withoutComments(java).lines().toList());
    }

    int count() {
        return count(1, lines.size());
    }

    /** From one line to another, both counted, the first line of the file being 1. */
    int count(int first, int last) {
        return (int) IntStream.rangeClosed(first, last)
                .filter(line -> !NOT_COUNTED.matcher(lines.get(line - 1)).matches())
                .count();
    }

    /** The same text without its comments; line breaks stay. */
    static String withoutComments(String java) {
        StringBuilder code = new StringBuilder();
        int at = 0;
        while (at < java.length()) {
            int end = endOfToken(java, at);
            boolean comment = java.startsWith("//", at) || java.startsWith("/*", at);
            String token = java.substring(at, end);
            code.append(comment ? token.replaceAll("[^\n]", "") : token);
            at = end;
        }
        return code.toString();
    }

    private static int endOfToken(String java, int at) {
        if (java.startsWith("//", at)) {
            return endAt(java.indexOf('\n', at), java, 0);
        }
        if (java.startsWith("/*", at)) {
            return endAt(java.indexOf("*/", at + 2), java, 2);
        }
        if (java.startsWith("\"\"\"", at)) {
            return endOfQuote(java, at + 3, "\"\"\"");
        }
        char first = java.charAt(at);
        return first == '"' || first == '\'' ? endOfQuote(java, at + 1, String.valueOf(first)) : at + 1;
    }

    private static int endOfQuote(String java, int from, String quote) {
        int at = from;
        while (at < java.length() && !java.startsWith(quote, at)) {
            at += java.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(java.length(), at + quote.length());
    }

    private static int endAt(int found, String java, int length) {
        return found < 0 ? java.length() : found + length;
    }
}
