package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A script with one thing wrong, for another JVM. */
final class Flawed {
    private Flawed() {}

    /**
     * Writes it.
     *
     * @return the option by which a JVM finds it before the right one
     */
    static String script(Path folder, String name, String right, String wrong) throws IOException {
        Path copy = folder.resolve("dev/memoized/redis/" + name + ".lua");
        Files.createDirectories(Objects.requireNonNull(copy.getParent()));
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name + ".lua"))) {
            String text = new String(in.readAllBytes(), UTF_8);
            assertThat(text).as("adapt the flaw").contains(right);
            Files.writeString(copy, text.replace(right, wrong));
        }
        return "-Xbootclasspath/a:" + folder;
    }
}
