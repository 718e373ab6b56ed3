package dev.memoized.impl.engine;

import dev.memoized.CacheInvalidate;
import dev.memoized.CachePut;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** What stands on the methods of a test and changes the cache. */
final class Marks {
    private Marks() {}

    static List<Annotation> of(Method method) {
        return Stream.of(CacheInvalidate.class, CachePut.class)
                .<Annotation>flatMap(type -> Stream.of(method.getAnnotationsByType(type)))
                .toList();
    }
}
