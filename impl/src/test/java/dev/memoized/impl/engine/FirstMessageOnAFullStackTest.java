package dev.memoized.impl.engine;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

/**
 * As in an application that has just started: the first message is needed where the stack has just overflowed. Its class
 * must not stay unusable for the rest of the JVM's life.
 */
class FirstMessageOnAFullStackTest {

    @Test
    void stackOverflowsBeforeAnyMessageWasNeeded_messagesCanBeMadeLater() throws Exception {
        Class<?> test = new JustStarted().loadClass(RecursiveListenerTest.class.getName());
        Method overflow = test.getDeclaredMethod("listenerHearsItsOwnCalls_callerDoesNot");
        overflow.setAccessible(true);
        var constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);
        assertThatCode(() -> overflow.invoke(constructor.newInstance())).doesNotThrowAnyException();
    }

    /** Has loaded nothing of this library. */
    private static final class JustStarted extends ClassLoader {
        JustStarted() {
            super(FirstMessageOnAFullStackTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null || !name.startsWith("dev.memoized.")) {
                return loaded != null ? loaded : super.loadClass(name, resolve);
            }
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
