package dev.memoized.it.wildfly.cluster;

import dev.memoized.it.suite.WildFlyCommand;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Configures a server that is not running, by the script of the howto and by what these tests need beside it. */
final class Script {
    /** The container of the howto. */
    static final String SHARED = "memoized";

    /** A container whose caches compare bytes by reference. */
    static final String BY_REFERENCE = "by-reference";

    private static final long AT_MOST_SECONDS = 120;
    private static final String END = "stop-embedded-server";

    /** Nothing is told to whole networks. */
    private static final String MORE =
            """
            /subsystem=modcluster:remove
            batch
            /subsystem=infinispan/cache-container=%1$s:add(marshaller=PROTOSTREAM)
            /subsystem=infinispan/cache-container=%1$s/transport=jgroups:add
            /subsystem=infinispan/cache-container=%1$s/replicated-cache=entries:add
            /subsystem=infinispan/cache-container=%1$s/replicated-cache=marks:add
            run-batch
            """
                    .formatted(BY_REFERENCE);

    private Script() {}

    /** Changes the configuration that lies in the base. */
    static void run(String java, Path home, Path base) throws IOException, InterruptedException {
        Path script = base.resolve("cluster.cli");
        Path log = base.resolve("cluster.log");
        Files.writeString(script, Howto.script().replace(END, MORE + END));
        Process process = WildFlyCommand.script(java, home, base, script)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            boolean hasEnded = process.waitFor(AT_MOST_SECONDS, TimeUnit.SECONDS);
            if (!hasEnded || process.exitValue() != 0) {
                throw new AssertionError("the script of the howto %s:%n%s"
                        .formatted(hasEnded ? "fails" : "does not end", Files.readString(log, StandardCharsets.UTF_8)));
            }
        } finally {
            process.destroyForcibly();
        }
    }
}
