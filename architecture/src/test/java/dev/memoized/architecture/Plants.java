package dev.memoized.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The files planted for one rule: those named {@code Planted…} break it, those named {@code Innocent…} nearly do, others
 * stand for what the class path lacks.
 */
final class Plants {
    static final Path DIRECTORY = House.ROOT.resolve("architecture/src/test/resources/planted");

    private final Path directory;
    private final List<Path> files;

    Plants(Rule rule) {
        directory = DIRECTORY.resolve(rule.name());
        files = House.files(directory, ".*");
    }

    /** The names of the files that the rule has to reject. */
    Set<String> guilty() {
        return files.stream()
                .map(file -> simple(file.getFileName().toString().replaceAll("\\.\\w+$", "")))
                .filter(name -> name.startsWith("Planted"))
                .collect(Collectors.toSet());
    }

    /** The names of the files that the rule rejects. */
    Set<String> rejected(Rule rule, Path workshop) {
        List<Source> sources = Source.read(directory, files);
        Code code = new Code(new ClassFileImporter().importPath(compiled(workshop)), sources);
        return rule.violationsIn(code).stream()
                .map(violation -> simple(Rule.place(violation).replaceAll("\\.(sql|html)$", "")))
                .collect(Collectors.toSet());
    }

    private static String simple(String place) {
        return place.replaceAll(".*[./]", "");
    }

    private Path compiled(Path workshop) {
        List<Path> java =
                files.stream().filter(file -> file.toString().endsWith(".java")).toList();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-Xlint:none",
                "-d",
                workshop.toString(),
                "-classpath",
                System.getProperty("java.class.path"));
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            boolean good = compiler.getTask(
                            said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertThat(good).as(said.toString()).isTrue();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return workshop;
    }
}
