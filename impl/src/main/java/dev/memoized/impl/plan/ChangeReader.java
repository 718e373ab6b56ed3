package dev.memoized.impl.plan;

import dev.memoized.CacheInvalidate;
import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.CacheKey;
import dev.memoized.CachePut;
import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.plan.ChangeDraft.Manner;
import dev.memoized.impl.plan.Path.NoPathException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads what a method changes in the cache when it succeeds. */
public final class ChangeReader {
    private final String place;
    private final Method method;
    private final Problems problems;

    private ChangeReader(Class<?> beanClass, Method method, Problems problems) {
        this.place = Declaration.place(beanClass, method);
        this.method = method;
        this.problems = problems;
    }

    /**
     * Reads a method.
     *
     * @param annotations that hold for it: {@link CacheInvalidate} and {@link CachePut}
     * @param problems takes what is wrong with its annotations by themselves; then what is returned is of no use
     */
    public static List<ChangeDraft> read(
            Class<?> beanClass, Method method, List<? extends Annotation> annotations, Problems problems) {
        ChangeReader reader = new ChangeReader(beanClass, method, problems);
        return annotations.stream().map(reader::change).toList();
    }

    private ChangeDraft change(Annotation annotation) {
        return annotation instanceof CachePut put ? put(put) : invalidation((CacheInvalidate) annotation);
    }

    private ChangeDraft put(CachePut put) {
        if (put.name().isEmpty()) {
            refuse("@CachePut, name", ChangeMessage.PUT_WITHOUT_NAME);
        }
        List<Path> key = key("@CachePut, key", put.key());
        if (key != null && key.stream().anyMatch(Path::isOfResult)) {
            refuse("@CachePut, key", ChangeMessage.PUT_KEY_LATE);
        }
        return new ChangeDraft(place + ", @CachePut", put.name(), key, List.of(), Manner.OF_PUT, result());
    }

    private @Nullable Type result() {
        Class<?> type = method.getReturnType();
        if (type == void.class || type == Void.class) {
            refuse("@CachePut", ChangeMessage.PATH_WITHOUT_RESULT);
            return null;
        }
        return CompletionStage.class.isAssignableFrom(type)
                ? TypeArgument.of(method.getGenericReturnType(), CompletionStage.class)
                : method.getGenericReturnType();
    }

    private ChangeDraft invalidation(CacheInvalidate invalidate) {
        boolean hasKey = invalidate.key().length > 0;
        boolean hasTags = invalidate.tags().length > 0;
        boolean isOfMethod = hasKey || invalidate.all();
        if (invalidate.name().isEmpty() && (isOfMethod || !hasTags)) {
            refuse("@CacheInvalidate, name", ChangeMessage.CHANGE_WITHOUT_NAME);
        }
        if (hasKey && invalidate.all()) {
            refuse("@CacheInvalidate, all", ChangeMessage.CHANGE_OF_ALL_AND_ONE);
        }
        if (hasTags && (isOfMethod || !invalidate.name().isEmpty())) {
            refuse("@CacheInvalidate, tags", ChangeMessage.CHANGE_OF_TAGS_AND_KEY);
        }
        if (invalidate.contexts() == Contexts.CURRENT && (hasTags || invalidate.all())) {
            refuse("@CacheInvalidate, contexts", ChangeMessage.CHANGE_OF_NO_CONTEXT);
        }
        Manner manner = new Manner(invalidate.contexts(), invalidate.when(), invalidate.mode());
        List<TagText> tags = tags(invalidate.tags());
        List<Path> key = hasTags || invalidate.all() ? null : key("@CacheInvalidate, key", invalidate.key());
        return new ChangeDraft(place + ", @CacheInvalidate", invalidate.name(), key, tags, manner, null);
    }

    private List<TagText> tags(String[] texts) {
        List<TagText> tags = new ArrayList<>();
        for (String text : texts) {
            boolean mayBeResult = method.getReturnType() != void.class;
            TagText tag = TagText.read(text, method, mayBeResult, place + ", @CacheInvalidate, tags", problems);
            if (tag != null) {
                tags.add(tag);
            }
        }
        return tags;
    }

    /** Null when one of the paths leads nowhere: what the others lead to is no key. */
    private @Nullable List<Path> key(String member, String[] texts) {
        if (texts.length == 0) {
            return parameters();
        }
        List<Path> paths = new ArrayList<>();
        for (String text : texts) {
            Path path = path(member, text);
            if (path != null) {
                paths.add(path);
            }
        }
        return paths.size() < texts.length ? null : paths;
    }

    private @Nullable Path path(String member, String text) {
        try {
            return Path.read(text, method, true);
        } catch (NoPathException nowhere) {
            nowhere.addTo(problems, place + ", " + member);
            return null;
        }
    }

    private List<Path> parameters() {
        Parameter[] all = method.getParameters();
        boolean marked = false;
        for (Parameter parameter : all) {
            marked |= parameter.isAnnotationPresent(CacheKey.class);
        }
        boolean onlyMarked = marked;
        return IntStream.range(0, all.length)
                .filter(i -> !onlyMarked || all[i].isAnnotationPresent(CacheKey.class))
                .mapToObj(i -> Path.ofParameter(method, i))
                .toList();
    }

    private void refuse(String member, ChangeMessage message) {
        problems.add(place + ", " + member, message);
    }
}
