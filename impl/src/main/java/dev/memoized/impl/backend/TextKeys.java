package dev.memoized.impl.backend;

import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keys and marks of a namespace as stores of bytes take them.
 *
 * @param form of the namespace
 */
record TextKeys(Namespace.KeyForm form) {

    /** A text, or a tagged one. */
    Object key(Object key) {
        return key instanceof TaggedKey tagged
                ? new TaggedKey(form.text(tagged.key()), tagged.tags(), marks(tagged.groups()))
                : form.text(key);
    }

    private static Set<Mark> marks(Set<Mark> groups) {
        return groups.isEmpty() ? groups : groups.stream().map(TextKeys::mark).collect(Collectors.toUnmodifiableSet());
    }

    /** One text for one part, through whichever store of the backend and for each schema. */
    static Mark mark(Mark mark) {
        Object part = mark.part();
        return part == null ? mark : Mark.group(mark.name(), new CanonicalForm(mark.name(), "").text(part));
    }
}
