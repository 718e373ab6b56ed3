package dev.memoized.impl.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tags of a method's entries that are known before the call. */
public final class Tags {
    private final List<TagText> texts;
    private final @Nullable Set<String> constant;

    private Tags(List<TagText> texts) {
        this.texts = List.copyOf(texts);
        this.constant = texts.stream().allMatch(TagText::isConstant) ? fill(List.of()) : null;
    }

    /** Those that a declaration names. */
    static Tags read(Declaration declaration, Problems problems) {
        List<TagText> texts = new ArrayList<>();
        for (String text : declaration.memoized().tags()) {
            TagText tag = TagText.read(text, declaration.method(), false, declaration.place("tags"), problems);
            if (tag != null) {
                texts.add(tag);
            }
        }
        return new Tags(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** Whether they are known where only these arguments are. */
    boolean areOf(Collection<Integer> positions) {
        return texts.stream().flatMap(TagText::positions).allMatch(positions::contains);
    }

    /**
     * Those of a call.
     *
     * @throws RuntimeException what a getter threw: the call bypasses the cache
     */
    Set<String> of(@Nullable Object[] arguments) {
        return constant == null ? fill(Arrays.asList(arguments)) : constant;
    }

    private Set<String> fill(List<? extends @Nullable Object> arguments) {
        return texts.stream()
                .map(text -> text.of(arguments, null))
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), java.util.Collections::unmodifiableSet));
    }
}
