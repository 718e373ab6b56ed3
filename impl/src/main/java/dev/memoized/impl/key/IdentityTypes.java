package dev.memoized.impl.key;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.stream.BaseStream;
import java.util.stream.Stream;

/** The interfaces and abstract classes of the JDK whose instances are known to be told apart by identity. */
final class IdentityTypes {
    private IdentityTypes() {}

    /** Also for what extends one of them and does not say otherwise; lambdas are most instances of the functional ones. */
    static boolean contain(Class<?> type) {
        return type.getPackageName().equals("java.util.function")
                || roots().anyMatch(root -> root.isAssignableFrom(type));
    }

    private static Stream<Class<?>> roots() {
        return Stream.of(
                BaseStream.class,
                Iterator.class,
                Spliterator.class,
                Enumeration.class,
                InputStream.class,
                OutputStream.class,
                Reader.class,
                Writer.class,
                Runnable.class,
                Callable.class,
                Executor.class,
                Future.class,
                CompletionStage.class,
                Lock.class);
    }
}
