package dev.memoized.it.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An archive that is made of another one. */
public final class Archive {
    private static final String WEB_INF = "WEB-INF/";
    private static final String CLASSES = WEB_INF + "classes/";
    private static final String LIBRARIES = WEB_INF + "lib/";

    private final Map<String, byte[]> files = new TreeMap<>();

    private Archive() {}

    /** The application as the build has packed it. */
    public static Path application() {
        return Path.of(System.getProperty("memoized.it.application"));
    }

    /** A copy. */
    public static Archive of(Path archive) throws IOException {
        Archive copy = new Archive();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    copy.files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return copy;
    }

    /** A WAR whose classes may be beans. */
    public static Archive empty() {
        Archive archive = new Archive();
        archive.files.put(
                "WEB-INF/beans.xml",
                "<beans xmlns='https://jakarta.ee/xml/ns/jakartaee' version='4.0' bean-discovery-mode='annotated'/>"
                        .getBytes(StandardCharsets.UTF_8));
        return archive;
    }

    /** With a provider of a service. */
    Archive withService(Class<?> service, Class<?> provider) {
        files.put(
                CLASSES + "META-INF/services/" + service.getName(),
                provider.getName().getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** With a class of the tests more, and those that are declared in it. */
    public Archive with(Class<?> type) throws IOException {
        String file = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(file)) {
            files.put(CLASSES + file, Objects.requireNonNull(in).readAllBytes());
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            with(inner);
        }
        return this;
    }

    /** With some of the classes of a library, those below a folder. */
    public Archive with(Path jar, String folder) throws IOException {
        of(jar).files.forEach((name, content) -> {
            if (name.startsWith(folder)) {
                files.put(CLASSES + name, content);
            }
        });
        return this;
    }

    /** With a library more. */
    public Archive withLibrary(Path jar) throws IOException {
        files.put(LIBRARIES + jar.getFileName(), Files.readAllBytes(jar));
        return this;
    }

    /** With another text in a file, which need not be there. */
    public Archive with(String file, UnaryOperator<String> change) {
        String text = new String(files.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        files.put(file, change.apply(text).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** As an EAR: the libraries in its own folder, and the WAR without them. */
    Archive asEar(Path folder) throws IOException {
        Archive war = new Archive();
        Archive ear = new Archive();
        files.forEach((name, content) -> {
            boolean isLibrary = name.startsWith(LIBRARIES);
            (isLibrary ? ear : war).files.put(isLibrary ? name.substring(WEB_INF.length()) : name, content);
        });
        ear.files.put("app.war", Files.readAllBytes(war.write(folder.resolve("skinny.war"))));
        return ear;
    }

    /** Writes it where it is wanted. */
    public Path write(Path archive) throws IOException {
        try (OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return archive;
    }
}
