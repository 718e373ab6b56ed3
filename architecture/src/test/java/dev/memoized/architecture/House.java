package dev.memoized.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** This repository. */
final class House {
    static final Path ROOT = root();

    /** The main sources of all modules but those that only measure or try out. */
    static final String MAIN = "(?!benchmarks/|integration-tests/).*src/main/java/.*\\.java";

    /** The sources of all tests; the TCK and the suite of the servers are jars of them. */
    static final String TESTS = ".*src/test/java/.*\\.java|(tck-tests|integration-tests/suite)/src/main/java/.*\\.java";

    static final String EXAMPLES = "examples/.*src/.*\\.(java|sql|properties|xml|html|js)";

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".idea", "node_modules");

    private House() {}

    private static Path root() {
        for (Path here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("mvnw"))) {
                return here;
            }
        }
        throw new IllegalStateException("no mvnw here or above");
    }

    /** The classes of the published modules, from the class path. */
    static JavaClasses classes() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("/dev/memoized/architecture/"))
                .importPackages("dev.memoized");
    }

    static List<Source> sources(String pattern) {
        return Source.read(ROOT, files(pattern));
    }

    /** The files whose path from the root matches. */
    static List<Path> files(String pattern) {
        return files(ROOT, pattern);
    }

    static List<Path> files(Path root, String pattern) {
        return files(root, pattern, NOT_OURS);
    }

    static List<Path> files(Path root, String pattern, Set<String> leftOut) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes unused) {
                    boolean stays =
                            directory.equals(root) || !leftOut.contains(String.valueOf(directory.getFileName()));
                    return stays ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes unused) {
                    if (relative(root, file).matches(pattern)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found.stream().sorted().toList();
    }

    static String relative(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
