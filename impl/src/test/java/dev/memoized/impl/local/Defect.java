package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.ObjectBackend;
import dev.memoized.spi.TimeSource;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One place of this room's code, made wrong: the room is compiled again with it, from source.
 *
 * @param name what is wrong
 * @param type the class with the place
 * @param right what stands there, once
 * @param wrong what the defect puts there
 */
record Defect(String name, String type, String right, String wrong) {
    private static final String ROOM = LocalBackend.class.getPackageName();
    private static final Path SOURCES = Path.of("src/main/java", ROOM.split("\\."));

    /** Makes backends with a defect. */
    record Source(Constructor<?> constructor) {
        ObjectBackend backend(TimeSource time, int maximumTags) {
            try {
                return (ObjectBackend) constructor.newInstance(time, maximumTags);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** Compiles the room into a folder. */
    Source source(Path folder) throws Exception {
        compile(folder);
        Class<?> type = new URLClassLoader(new URL[] {folder.toUri().toURL()}, Defect.class.getClassLoader())
                .loadClass(room() + "." + LocalBackend.class.getSimpleName());
        Constructor<?> constructor = type.getDeclaredConstructor(TimeSource.class, int.class);
        constructor.setAccessible(true);
        return new Source(constructor);
    }

    private void compile(Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<Path> sources = mutated(Files.createDirectories(folder.resolve("sources")));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> units = files.getJavaFileObjectsFromPaths(sources);
            List<String> options = List.of(
                    "-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
            StringWriter messages = new StringWriter();
            assertThat(compiler.getTask(messages, files, null, options, null, units)
                            .call())
                    .as("%s does not compile: %s", name, messages)
                    .isTrue();
        }
    }

    private List<Path> mutated(Path copies) throws IOException {
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.toList()) {
                String text = Files.readString(source);
                Path copy = copies.resolve(source.getFileName());
                boolean here = Objects.equals(copy.getFileName().toString(), type + ".java");
                Files.writeString(copy, (here ? mutated(text) : text).replace(ROOM, room()));
            }
        }
        try (Stream<Path> all = Files.list(copies)) {
            return all.toList();
        }
    }

    /** Lincheck remembers by its name what it has made of a class: so no two rooms have the same. */
    private String room() {
        return ROOM + ".with" + Integer.toUnsignedString(hashCode());
    }

    private String mutated(String text) {
        assertThat(text.split(Pattern.quote(right), -1))
                .as("%s: adapt the defect, %s does not say \"%s\" once", name, type, right)
                .hasSize(2);
        return text.replace(right, wrong);
    }

    @Override
    public String toString() {
        return name;
    }
}
