package dev.memoized.impl.plan;

import dev.memoized.impl.log.FormMessage;
import java.io.Closeable;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Reads the form of a method's result, and refuses what cannot be given twice. */
public final class ResultReader {
    private static final List<Class<?>> USED_ONCE = List.of(
            BaseStream.class,
            Iterator.class,
            Enumeration.class,
            InputStream.class,
            OutputStream.class,
            Reader.class,
            Writer.class,
            Closeable.class,
            Flow.Publisher.class);

    private ResultReader() {}

    /** Whether it cannot be given twice. */
    public static boolean isUsedOnce(Class<?> type) {
        return USED_ONCE.stream().anyMatch(once -> once.isAssignableFrom(type));
    }

    static ResultShape read(Declaration declaration, Problems problems) {
        Class<?> type = declaration.method().getReturnType();
        if (type == void.class || type == Void.class) {
            problems.add(
                    declaration,
                    "",
                    FormMessage.RESULT_VOID,
                    declaration.method().getName());
        } else if (isUsedOnce(type)) {
            problems.add(declaration, "", FormMessage.RESULT_ONCE, type.getSimpleName());
        } else if (CompletionStage.class.isAssignableFrom(type) && type.isAssignableFrom(CompletableFuture.class)) {
            return ResultShape.STAGE;
        } else if (CompletionStage.class.isAssignableFrom(type) || Future.class.isAssignableFrom(type)) {
            problems.add(declaration, "", FormMessage.RESULT_FUTURE, type.getSimpleName());
        }
        return ResultShape.PLAIN;
    }
}
