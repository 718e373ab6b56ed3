package dev.memoized.tck.arc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;

/** The files of classes. */
final class ClassFiles {
    private ClassFiles() {}

    /** That of one class. */
    static InputStream open(String type) {
        return Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(type.replace('.', '/') + ".class"),
                type);
    }

    /** All of the jar or folder that this class lies in. */
    static Index index(Class<?> type) throws IOException {
        Path place = placeOf(type);
        if (Files.isDirectory(place)) {
            return index(place);
        }
        try (FileSystem jar = FileSystems.newFileSystem(place)) {
            return index(jar.getPath("/"));
        }
    }

    private static Path placeOf(Class<?> type) {
        try {
            URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Index index(Path root) throws IOException {
        Indexer indexer = new Indexer();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (file.toString().endsWith(".class")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        indexer.index(in);
                    }
                }
            }
        }
        return indexer.complete();
    }
}
