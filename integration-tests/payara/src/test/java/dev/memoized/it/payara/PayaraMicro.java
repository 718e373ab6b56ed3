package dev.memoized.it.payara;

import dev.memoized.it.suite.Server;
import dev.memoized.it.suite.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Payara Micro from its jar, without its cluster. */
public class PayaraMicro implements Server {
    /** By itself it listens on all addresses, and Hazelcast does even without a cluster. */
    private static final String PREBOOT =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=127.0.0.1
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    @Override
    public String refreshThreads() {
        return "concurrent/__defaultManagedExecutorService-.*";
    }

    @Override
    public ProcessBuilder prepare(Setup setup) throws IOException {
        Path preboot = setup.folder().resolve("preboot.txt");
        Path postboot = setup.folder().resolve("postboot.txt");
        Files.writeString(preboot, PREBOOT);
        Files.writeString(postboot, user(setup, Setup.READER, "reader") + user(setup, Setup.GUEST, "guest"));
        List<String> command = new ArrayList<>(setup.jvm());
        command.addAll(List.of(
                "-jar",
                setup.home().toString(),
                "--nocluster",
                "--rootDir",
                setup.folder().resolve("root").toString(),
                "--prebootcommandfile",
                preboot.toString(),
                "--postbootcommandfile",
                postboot.toString(),
                "--port",
                String.valueOf(setup.port()),
                "--contextroot",
                "app",
                "--deploy",
                setup.application().toString()));
        return new ProcessBuilder(command);
    }

    private static String user(Setup setup, String name, String group) throws IOException {
        Path password = setup.folder().resolve(name + ".password");
        Files.writeString(password, "AS_ADMIN_USERPASSWORD=" + name + "\n");
        return "create-file-user --passwordfile=%s --groups=%s %s%n".formatted(password, group, name);
    }
}
