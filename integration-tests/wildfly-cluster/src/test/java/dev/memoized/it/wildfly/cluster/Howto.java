package dev.memoized.it.wildfly.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What docs/howto/infinispan.md tells users to do on WildFly, word by word. */
final class Howto {
    private static final Path PAGE = Path.of("../../docs/howto/infinispan.md");
    private static final Pattern BLOCK = Pattern.compile("^```\\w*\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private Howto() {}

    /** The script for the management of the server that is not running. */
    static String script() throws IOException {
        return block("embed-server");
    }

    /** What is set for the library. */
    static String properties() throws IOException {
        return block("cache=java:jboss/");
    }

    /** What the application says in {@code web.xml}. */
    static String references() throws IOException {
        return block("<resource-ref>");
    }

    /** What the archive says in its manifest. */
    static String manifest() throws IOException {
        return block("Dependencies:");
    }

    private static String block(String words) throws IOException {
        List<String> found = BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(block -> block.group(1))
                .filter(block -> block.contains(words))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%s: %d blocks with %s".formatted(PAGE, found.size(), words));
        }
        return found.get(0);
    }
}
