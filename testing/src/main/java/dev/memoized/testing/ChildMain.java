package dev.memoized.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** What a {@link ChildJvm} runs: the main class that it was given, as long as the test's JVM lives. */
final class ChildMain {
    private static final int ORPHAN = 99;

    private ChildMain() {}

    /** The number of the parent, the main class, its arguments. */
    public static void main(String[] words) throws Throwable {
        Optional<ProcessHandle> parent = ProcessHandle.of(Long.parseLong(words[0]));
        if (parent.isEmpty()) {
            Runtime.getRuntime().halt(ORPHAN);
        }
        parent.get().onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHAN));
        Method main = Class.forName(words[1]).getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(words, 2, words.length));
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
