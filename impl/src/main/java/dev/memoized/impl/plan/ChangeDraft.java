package dev.memoized.impl.plan;

import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.CacheInvalidate.When;
import dev.memoized.spi.InvalidationMode;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation of a method drops when the method succeeds, and whether its result takes the place of that.
 *
 * @param place of the annotation, for messages
 * @param name of the memoized method; empty when tags say it all
 * @param key paths to the arguments that are in its key; null when all of its entries are meant, or tags
 * @param tags of entries of any method
 * @param manner how it is dropped
 * @param result the type of what takes the place of the entry; null when nothing does
 */
public record ChangeDraft(
        String place, String name, @Nullable List<Path> key, List<TagText> tags, Manner manner, @Nullable Type result) {

    /**
     * How something is dropped.
     *
     * @param contexts of which its entries are
     * @param when it happens
     * @param mode whether it is gone or stale
     */
    public record Manner(Contexts contexts, When when, InvalidationMode mode) {
        static final Manner OF_PUT = new Manner(Contexts.ALL, When.AFTER_COMMIT, InvalidationMode.HARD);
    }

    /** Whether it makes single entries stale, which have to be in groups of their own for that. */
    public boolean softens() {
        return key != null && manner.mode() == InvalidationMode.SOFT;
    }

    /** Whether the result is to be remembered. */
    public boolean puts() {
        return result != null;
    }

    /** Whether what it names is known before the method runs. */
    public boolean isKnownBefore() {
        List<Path> paths = key == null ? List.of() : key;
        return Stream.concat(paths.stream().map(Path::isOfResult), tags.stream().map(TagText::isOfResult))
                .noneMatch(Boolean::booleanValue);
    }

    /**
     * The arguments of the memoized method that are in its key.
     *
     * @throws RuntimeException what a getter threw
     */
    public List<@Nullable Object> keyIn(List<? extends @Nullable Object> arguments, @Nullable Object result) {
        List<@Nullable Object> values = new ArrayList<>();
        if (key != null) {
            key.forEach(path -> values.add(path.in(arguments, result)));
        }
        return values;
    }

    /**
     * The tags that it drops.
     *
     * @throws RuntimeException what a getter threw
     */
    public List<String> tagsIn(List<? extends @Nullable Object> arguments, @Nullable Object result) {
        return tags.stream()
                .flatMap(tag -> Stream.ofNullable(tag.of(arguments, result)))
                .toList();
    }
}
