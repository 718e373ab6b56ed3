package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A class of this package with one thing wrong, and the others loaded anew around it. */
final class FlawedClass extends ClassLoader {
    private static final String ROOM = FlawedClass.class.getPackageName() + ".";

    private final Path folder;

    private FlawedClass(Path folder) {
        super(FlawedClass.class.getClassLoader());
        this.folder = folder;
    }

    /**
     * Compiles it.
     *
     * @return a tester that meets it, behind an interface of the JDK's
     */
    @SuppressWarnings("unchecked") // the interface is the same, the tester is another class of the same name
    static <I, T extends I> I around(Class<T> tester, Path folder, String type, String right, String wrong)
            throws IOException, ReflectiveOperationException {
        String text = Files.readString(Path.of("src/main/java", path(ROOM + type, ".java")));
        assertThat(text.split(Pattern.quote(right), -1)).as("adapt the flaw").hasSize(2);
        Path copy = folder.resolve(type + ".java");
        Files.writeString(copy, text.replace(right, wrong));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(copy))
                            .call())
                    .isTrue();
        }
        Constructor<?> made =
                new FlawedClass(folder).loadClass(tester.getName()).getDeclaredConstructor();
        made.setAccessible(true);
        return (I) made.newInstance();
    }

    private static String path(String name, String ending) {
        return name.replace('.', '/') + ending;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ROOM)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        String file = path(name, ".class");
        Path flawed = folder.resolve(file);
        try (InputStream in = Files.exists(flawed)
                ? Files.newInputStream(flawed)
                : Objects.requireNonNull(getParent().getResourceAsStream(file))) {
            byte[] code = in.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
