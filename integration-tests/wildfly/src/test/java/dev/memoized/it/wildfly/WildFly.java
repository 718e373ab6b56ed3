package dev.memoized.it.wildfly;

import dev.memoized.it.suite.RedeployingServer;
import dev.memoized.it.suite.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** WildFly from its zip: {@code standalone.xml} and MicroProfile Fault Tolerance. */
public class WildFly implements RedeployingServer {
    private static final String FAULT_TOLERANCE =
            "<extension module=\"org.wildfly.extension.microprofile.fault-tolerance-smallrye\"/>";
    private static final String FAULT_TOLERANCE_SUBSYSTEM =
            "<subsystem xmlns=\"urn:wildfly:microprofile-fault-tolerance-smallrye:1.0\"/>";
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

    @Override
    public String refreshThreads() {
        return "EE-ManagedExecutorService-default-Thread-\\d+";
    }

    @Override
    public ProcessBuilder prepare(Setup setup) throws IOException {
        Path base = setup.folder();
        Setup.copy(setup.home().resolve("standalone"), base);
        Files.copy(setup.application(), deployed(setup));
        Path configuration = base.resolve("configuration");
        Path xml = configuration.resolve("standalone.xml");
        Files.writeString(
                xml,
                Files.readString(xml)
                        .replace("</extensions>", FAULT_TOLERANCE + "</extensions>")
                        .replace("scan-interval=\"5000\"", "scan-interval=\"250\"")
                        .replaceFirst("<profile>", "<profile>" + FAULT_TOLERANCE_SUBSYSTEM));
        Files.writeString(configuration.resolve("application-users.properties"), users());
        Files.writeString(configuration.resolve("application-roles.properties"), Setup.READER + "=reader\n");
        return new ProcessBuilder(command(setup, base));
    }

    private static Path deployed(Setup setup) {
        return setup.folder().resolve(setup.isEar() ? "deployments/app.ear" : "deployments/app.war");
    }

    @Override
    public void replace(Setup setup, Path archive) throws IOException {
        Files.copy(archive, deployed(setup), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(deployed(setup).resolveSibling(deployed(setup).getFileName() + ".dodeploy"), "");
    }

    private static List<String> command(Setup setup, Path base) {
        List<String> command = new ArrayList<>(setup.jvm());
        OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of(
                "-Djboss.home.dir=" + setup.home(),
                "-Djboss.server.base.dir=" + base,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dlogging.configuration="
                        + base.resolve("configuration/logging.properties").toUri(),
                "-Dorg.jboss.boot.log.file=" + base.resolve("log/server.log"),
                "-jar",
                setup.home().resolve("jboss-modules.jar").toString(),
                "-mp",
                setup.home().resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-b",
                "127.0.0.1",
                "-bmanagement",
                "127.0.0.1",
                "-Djboss.http.port=" + setup.port(),
                "-Djboss.https.port=" + Setup.freePort(),
                "-Djboss.management.http.port=" + Setup.freePort()));
        return command;
    }

    private static String users() {
        return "#$REALM_NAME=ApplicationRealm$\n" + user(Setup.READER) + user(Setup.GUEST);
    }

    private static String user(String name) {
        return name + "=" + Md5.hex(name + ":ApplicationRealm:" + name) + "\n";
    }
}
