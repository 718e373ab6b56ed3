package dev.memoized.it.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a WildFly is started without the scripts that it brings, so that the process is the server. */
public final class WildFlyCommand {
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.lang.invoke",
            "java.base/java.lang.reflect",
            "java.base/java.io",
            "java.base/java.net",
            "java.base/java.security",
            "java.base/java.util",
            "java.base/java.util.concurrent",
            "java.management/javax.management",
            "java.naming/javax.naming");

    private WildFlyCommand() {}

    /**
     * On 127.0.0.1.
     *
     * @param jvm what the JVM is started with, the command first
     * @param home where the server lies
     * @param base where its configuration and deployments lie
     * @param more what else the server is told
     */
    public static ProcessBuilder server(List<String> jvm, Path home, Path base, List<String> more) {
        List<String> command = at(jvm, home, base);
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration="
                        + base.resolve("configuration/logging.properties").toUri(),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log")));
        command.addAll(module(home, "org.jboss.as.standalone"));
        command.addAll(List.of("-b", "127.0.0.1", "-bmanagement", "127.0.0.1"));
        command.addAll(more);
        return new ProcessBuilder(command);
    }

    /** What runs a script of its management, while the server is not running. */
    public static ProcessBuilder script(String java, Path home, Path base, Path script) {
        List<String> command = at(List.of(java), home, base);
        command.addAll(module(home, "org.jboss.as.cli"));
        command.add("--file=" + script);
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("JBOSS_HOME", home.toString());
        return process;
    }

    private static List<String> at(List<String> jvm, Path home, Path base) {
        List<String> command = new ArrayList<>(jvm);
        command.addAll(List.of("-Djboss.home.dir=" + home, "-Djboss.server.base.dir=" + base));
        return command;
    }

    private static List<String> module(Path home, String name) {
        return List.of(
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                name);
    }
}
