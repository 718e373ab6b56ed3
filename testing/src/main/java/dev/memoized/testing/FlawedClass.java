package dev.memoized.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A class with one thing wrong, and the others of its package loaded anew around it: a test that finds nothing then proves
 * nothing. Reads {@code src/main/java} of the module that runs, and needs the compiler of the JDK.
 */
public final class FlawedClass extends ClassLoader {
    private final ReentrantLock lock = new ReentrantLock();
    private final Path folder;
    private final String room;

    private FlawedClass(Path folder, String room) {
        super(FlawedClass.class.getClassLoader());
        this.folder = folder;
        this.room = room;
    }

    /**
     * Compiles it.
     *
     * @param tester of the same package, with a constructor without parameters
     * @param folder an empty one, for the compiled class
     * @param type the simple name of the class in that package
     * @param right what its text holds once
     * @param wrong what is to stand there
     * @return a new tester that meets the flawed class, behind an interface of the JDK's
     * @param <I> the interface
     * @param <T> the tester
     * @throws IOException the text cannot be read
     * @throws ReflectiveOperationException the tester cannot be made
     */
    @SuppressWarnings("unchecked") // the interface is the same, the tester is another class of the same name
    public static <I, T extends I> I around(Class<T> tester, Path folder, String type, String right, String wrong)
            throws IOException, ReflectiveOperationException {
        String room = tester.getPackageName() + ".";
        Path copy = folder.resolve(type + ".java");
        Files.writeString(copy, flawed(Path.of("src/main/java", path(room + type, ".java")), right, wrong));
        compile(copy, folder);
        Constructor<?> made =
                new FlawedClass(folder, room).loadClass(tester.getName()).getDeclaredConstructor();
        made.setAccessible(true);
        return (I) made.newInstance();
    }

    private static String flawed(Path source, String right, String wrong) throws IOException {
        String text = Files.readString(source);
        if (text.split(Pattern.quote(right), -1).length != 2) {
            throw new AssertionError("adapt the flaw: \"" + right + "\" is not there once in " + source);
        }
        return text.replace(right, wrong);
    }

    private static void compile(Path source, Path folder) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> options =
                List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjects(source))
                    .call()) {
                throw new AssertionError("the flaw does not compile: " + source);
            }
        }
    }

    private static String path(String name, String ending) {
        return name.replace('.', '/') + ending;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(room)) {
            return super.loadClass(name, resolve);
        }
        lock.lock();
        try {
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        } finally {
            lock.unlock();
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
