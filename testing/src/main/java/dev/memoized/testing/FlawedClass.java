package dev.memoized.testing;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
    private final Set<String> rooms;

    private FlawedClass(Path folder, Set<String> rooms) {
        super(FlawedClass.class.getClassLoader());
        this.folder = folder;
        this.rooms = rooms;
    }

    /**
     * What is wrong.
     *
     * @param sources where the text of the class is, such as {@code src/main/java}
     * @param type the name of the class, with its package
     * @param right what its text holds once
     * @param wrong what is to stand there
     */
    public record Flaw(Path sources, String type, String right, String wrong) {
        private String room() {
            return type.substring(0, type.lastIndexOf('.') + 1);
        }

        private String simpleName() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
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
    public static <I, T extends I> I around(Class<T> tester, Path folder, String type, String right, String wrong)
            throws IOException, ReflectiveOperationException {
        String name = tester.getPackageName() + "." + type;
        return around(tester, folder, new Flaw(Path.of("src/main/java"), name, right, wrong));
    }

    /**
     * Compiles one that may be of another package: those of the tester's are loaded anew, too.
     *
     * @param tester with a constructor without parameters
     * @param folder an empty one, for the compiled class
     * @param flaw what is wrong
     * @return a new tester that meets the flawed class, behind an interface of the JDK's
     * @param <I> the interface
     * @param <T> the tester
     * @throws IOException the text cannot be read
     * @throws ReflectiveOperationException the tester cannot be made
     */
    @SuppressWarnings("unchecked") // the interface is the same, the tester is another class of the same name
    public static <I, T extends I> I around(Class<T> tester, Path folder, Flaw flaw)
            throws IOException, ReflectiveOperationException {
        Path copy = folder.resolve(flaw.simpleName() + ".java");
        Files.writeString(copy, flawed(flaw));
        compile(copy, folder);
        Set<String> rooms = Set.copyOf(List.of(tester.getPackageName() + ".", flaw.room()));
        Constructor<?> made =
                new FlawedClass(folder, rooms).loadClass(tester.getName()).getDeclaredConstructor();
        made.setAccessible(true);
        return (I) made.newInstance();
    }

    private static String flawed(Flaw flaw) throws IOException {
        Path source = flaw.sources.resolve(path(flaw.type, ".java"));
        String text = Files.readString(source);
        if (text.split(Pattern.quote(flaw.right), -1).length != 2) {
            throw new AssertionError("adapt the flaw: \"" + flaw.right + "\" is not there once in " + source);
        }
        return text.replace(flaw.right, flaw.wrong);
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
        if (rooms.stream().noneMatch(name::startsWith)) {
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
