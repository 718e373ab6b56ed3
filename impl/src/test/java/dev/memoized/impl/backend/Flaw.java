package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One place of a room's code, made wrong: its class is compiled again with it, from source, and a test is run in which the
 * room and its tests are loaded anew around it.
 *
 * @param name what is wrong
 * @param type the class with the place
 * @param right what stands there, once
 * @param wrong what the flaw puts there
 */
public record Flaw(String name, String type, String right, String wrong) {

    /** Classes of the room come from the folder, else from where all others are, but again. */
    private static final class Loader extends ClassLoader {
        private final String room;
        private final Path folder;

        Loader(String room, Path folder) {
            super(Flaw.class.getClassLoader());
            this.room = room;
            this.folder = folder;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(room)) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? define(name) : known;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String file = name.replace('.', '/') + ".class";
            Path mutated = folder.resolve(file);
            try (InputStream in = Files.exists(mutated)
                    ? Files.newInputStream(mutated)
                    : getParent().getResourceAsStream(file)) {
                byte[] code = in.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    /** What a test throws that is run with what was compiled; null when it does not notice. */
    Throwable failure(Class<?> test, String method, Path folder) throws Exception {
        String room = test.getPackageName() + ".";
        Class<?> again = new Loader(room, folder).loadClass(test.getName());
        Constructor<?> constructor = again.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object instance = constructor.newInstance();
        try {
            invoke(instance, method);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } finally {
            close(instance);
        }
    }

    private static void close(Object instance) throws Exception {
        for (Method method : instance.getClass().getDeclaredMethods()) {
            if (method.getName().equals("close")) {
                invoke(instance, "close");
            }
        }
    }

    private static void invoke(Object instance, String name) throws Exception {
        Method method = instance.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        method.invoke(instance);
    }

    /** Puts the flawed class into a folder. */
    void compile(Class<?> test, Path folder) throws IOException {
        String room = test.getPackageName() + ".";
        String text = Files.readString(Path.of("src/main/java", (room + type).replace('.', '/') + ".java"));
        assertThat(text.split(Pattern.quote(right), -1))
                .as("%s: adapt the flaw, %s does not say \"%s\" once", name, type, right)
                .hasSize(2);
        Path copy = folder.resolve(type + ".java");
        Files.writeString(copy, text.replace(right, wrong));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            List<String> options = List.of(
                    "-d", folder.toString(), "-proc:none", "-nowarn", "-cp", System.getProperty("java.class.path"));
            StringWriter messages = new StringWriter();
            assertThat(compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(copy))
                            .call())
                    .as("%s does not compile: %s", name, messages)
                    .isTrue();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
