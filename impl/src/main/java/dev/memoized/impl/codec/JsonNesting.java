package dev.memoized.impl.codec;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Whether a JSON text closes all that it opens, and nothing else. Parsers have been seen to look for ever for the end of
 * an array that has none (Parsson 1.1.7, when a property is skipped), and to fill the stack.
 */
final class JsonNesting {
    private static final int DEEPEST = 500;

    private final Deque<Character> ends = new ArrayDeque<>();
    private final String text;
    private int position;

    private JsonNesting(String text) {
        this.text = text;
    }

    /** Of a whole text. */
    static boolean isClosed(String text) {
        return new JsonNesting(text).isClosed();
    }

    private boolean isClosed() {
        boolean closing = true;
        while (closing && position < text.length()) {
            closing = accept(text.charAt(position++));
        }
        return closing && ends.isEmpty();
    }

    private boolean accept(char next) {
        return switch (next) {
            case '{' -> open('}');
            case '[' -> open(']');
            case '}', ']' -> !ends.isEmpty() && ends.pop() == next;
            case '"' -> skipString();
            default -> true;
        };
    }

    private boolean open(char end) {
        ends.push(end);
        return ends.size() <= DEEPEST;
    }

    private boolean skipString() {
        while (position < text.length()) {
            char next = text.charAt(position++);
            if (next == '"') {
                return true;
            }
            position += next == '\\' ? 1 : 0;
        }
        return false;
    }
}
