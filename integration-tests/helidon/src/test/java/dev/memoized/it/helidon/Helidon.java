package dev.memoized.it.helidon;

import dev.memoized.it.suite.Server;
import dev.memoized.it.suite.Setup;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Helidon MP as a class path, of which the classes and libraries of the WAR are a part. */
public class Helidon implements Server {
    private static final String CLASSES = "WEB-INF/classes/";
    private static final String LIBRARIES = "WEB-INF/lib/";
    /** Of EJBs and of Servlet. */
    private static final List<String> ABSENT =
            List.of("dev/memoized/it/application/ee/", "dev/memoized/it/application/servlet/");

    @Override
    public String refreshThreads() {
        return "memoized-refresh-\\d+";
    }

    @Override
    public ProcessBuilder prepare(Setup setup) throws IOException {
        Path classes = setup.folder().resolve("classes");
        Path libraries = setup.folder().resolve("lib");
        try (ZipFile war = new ZipFile(setup.application().toFile())) {
            unpack(war, CLASSES, classes);
            unpack(war, LIBRARIES, libraries);
        }
        Path own = setup.home().resolve("classes");
        Setup.copy(own.resolve("META-INF/beans.xml"), classes.resolve("META-INF/beans.xml"));
        String path = Stream.of(
                        classes, libraries.resolve("*"), own, setup.home().resolve("helidon/*"))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(setup.jvm());
        command.addAll(List.of("-Dserver.port=" + setup.port(), "-cp", path, "io.helidon.Main"));
        return new ProcessBuilder(command);
    }

    private static void unpack(ZipFile war, String from, Path to) throws IOException {
        for (ZipEntry entry : war.stream().toList()) {
            String name = entry.getName();
            if (!entry.isDirectory() && name.startsWith(from) && isPresent(name.substring(from.length()))) {
                Path file = to.resolve(name.substring(from.length()));
                Files.createDirectories(file.getParent());
                try (InputStream in = war.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
    }

    private static boolean isPresent(String file) {
        return ABSENT.stream().noneMatch(file::startsWith);
    }
}
