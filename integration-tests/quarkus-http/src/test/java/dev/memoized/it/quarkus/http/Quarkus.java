package dev.memoized.it.quarkus.http;

import dev.memoized.it.suite.Server;
import dev.memoized.it.suite.Setup;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Quarkus as its build has made it; where the application has classes of the suite, it is built anew with them. */
public class Quarkus implements Server {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String SUITE = CLASSES + "dev/memoized/it/suite/";

    @Override
    public String refreshThreads() {
        return "executor-thread-\\d+";
    }

    @Override
    public ProcessBuilder prepare(Setup setup) throws IOException {
        try (ZipFile application = new ZipFile(setup.application().toFile())) {
            List<? extends ZipEntry> more = application.stream()
                    .filter(entry -> entry.getName().startsWith(SUITE) && !entry.isDirectory())
                    .toList();
            if (more.isEmpty()) {
                return java(setup, setup.home());
            }
            Path copy = setup.folder().resolve("quarkus-app");
            Setup.copy(setup.home(), copy);
            for (ZipEntry entry : more) {
                provide(application, entry, copy.resolve("providers/more.jar"));
            }
            return java(setup, copy, "-Dquarkus.launch.rebuild=true");
        }
    }

    /** Adds a jar with a class, and with a {@code beans.xml} that makes it one of beans. */
    private static void provide(ZipFile application, ZipEntry entry, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                InputStream in = application.getInputStream(entry)) {
            out.putNextEntry(new ZipEntry("META-INF/beans.xml"));
            out.putNextEntry(new ZipEntry(entry.getName().substring(CLASSES.length())));
            in.transferTo(out);
        }
    }

    private static ProcessBuilder java(Setup setup, Path home, String... options) {
        List<String> command = new ArrayList<>(setup.jvm());
        command.addAll(List.of("-Dquarkus.http.host=127.0.0.1", "-Dquarkus.http.port=" + setup.port()));
        command.addAll(List.of(options));
        command.addAll(List.of("-jar", home.resolve("quarkus-run.jar").toString()));
        return new ProcessBuilder(command);
    }
}
