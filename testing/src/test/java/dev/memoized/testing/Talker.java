package dev.memoized.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a {@link ChildJvm} runs in a test: does what it is told. With an argument it stays when it is told no more. */
final class Talker {
    private Talker() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        System.out.println("ready " + String.join(",", words));
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = told.readLine();
        while (line != null) {
            obey(line);
            line = told.readLine();
        }
        System.out.println("told no more");
        if (words.length > 0) {
            new CountDownLatch(1).await();
        }
    }

    private static void obey(String line) {
        switch (line) {
            case "heap" -> System.out.println("heap " + Runtime.getRuntime().maxMemory());
            case "property" -> System.out.println("property " + System.getProperty("told"));
            case "complain" -> System.err.println("a complaint");
            case "fail" -> throw new IllegalStateException("told to fail");
            case "leave" -> System.exit(3);
            case "start another" ->
                System.out.println(
                        "started " + ChildJvm.start(Talker.class, "that stays").pid());
            default -> System.out.println("heard " + line);
        }
    }
}
