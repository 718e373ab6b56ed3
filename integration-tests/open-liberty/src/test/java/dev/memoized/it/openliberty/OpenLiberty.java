package dev.memoized.it.openliberty;

import dev.memoized.it.suite.RedeployingServer;
import dev.memoized.it.suite.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Open Liberty from its zip, with the features that the application needs. */
public class OpenLiberty implements RedeployingServer {
    private static final String XML =
            """
            <server>
              <featureManager>
                <feature>restfulWS-3.1</feature>
                <feature>cdi-4.0</feature>
                <feature>concurrent-3.0</feature>
                <feature>enterpriseBeansLite-4.0</feature>
                <feature>appSecurity-5.0</feature>
                <feature>jsonb-3.0</feature>
                <feature>mpConfig-3.1</feature>
                <feature>mpFaultTolerance-4.1</feature>
              </featureManager>
              <applicationMonitor pollingRate="250ms"/>
              <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
              <basicRegistry realm="ApplicationRealm">
                <user name="alice" password="alice"/>
                <user name="bob" password="bob"/>
                <group name="readers">
                  <member name="alice"/>
                </group>
              </basicRegistry>
              <application location="%s" context-root="/app">
                <application-bnd>
                  <security-role name="reader">
                    <group name="readers"/>
                  </security-role>
                </application-bnd>
              </application>
            </server>
            """;

    @Override
    public String refreshThreads() {
        return "Default Executor-thread-\\d+";
    }

    private static Path deployed(Setup setup) {
        return setup.folder().resolve(setup.isEar() ? "app.ear" : "app.war");
    }

    @Override
    public void replace(Setup setup, Path archive) throws IOException {
        Files.copy(archive, deployed(setup), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public ProcessBuilder prepare(Setup setup) throws IOException {
        Path server = Files.createDirectories(setup.folder().resolve("servers/app"));
        Files.writeString(server.resolve("server.xml"), XML.formatted(setup.port(), deployed(setup)));
        Files.copy(setup.application(), deployed(setup));
        List<String> command = new ArrayList<>(setup.jvm());
        command.addAll(List.of(
                "@" + setup.home().resolve("lib/platform/java/java9.options"),
                "-javaagent:" + setup.home().resolve("bin/tools/ws-javaagent.jar"),
                "-jar",
                setup.home().resolve("bin/tools/ws-server.jar").toString(),
                "app"));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("WLP_USER_DIR", setup.folder().toString());
        return process;
    }
}
