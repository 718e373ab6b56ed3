package dev.memoized.it.wildfly;

import dev.memoized.it.suite.RedeployingServer;
import dev.memoized.it.suite.Setup;
import dev.memoized.it.suite.WildFlyCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** WildFly from its zip: {@code standalone.xml} and MicroProfile Fault Tolerance. */
public class WildFly implements RedeployingServer {
    private static final String FAULT_TOLERANCE =
            "<extension module=\"org.wildfly.extension.microprofile.fault-tolerance-smallrye\"/>";
    private static final String FAULT_TOLERANCE_SUBSYSTEM =
            "<subsystem xmlns=\"urn:wildfly:microprofile-fault-tolerance-smallrye:1.0\"/>";

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
        return command(setup, base);
    }

    private static Path deployed(Setup setup) {
        return setup.folder().resolve(setup.isEar() ? "deployments/app.ear" : "deployments/app.war");
    }

    @Override
    public void replace(Setup setup, Path archive) throws IOException {
        Files.copy(archive, deployed(setup), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(deployed(setup).resolveSibling(deployed(setup).getFileName() + ".dodeploy"), "");
    }

    private static ProcessBuilder command(Setup setup, Path base) {
        return WildFlyCommand.server(
                setup.jvm(),
                setup.home(),
                base,
                List.of(
                        "-Djboss.http.port=" + setup.port(),
                        "-Djboss.https.port=" + Setup.freePort(),
                        "-Djboss.management.http.port=" + Setup.freePort()));
    }

    private static String users() {
        return "#$REALM_NAME=ApplicationRealm$\n" + user(Setup.READER) + user(Setup.GUEST);
    }

    private static String user(String name) {
        return name + "=" + Md5.hex(name + ":ApplicationRealm:" + name) + "\n";
    }
}
