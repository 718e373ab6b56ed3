package dev.memoized.cells;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** What counts for each key of a namespace. */
final class Scopes {
    private final Names names;
    private final String cells;
    private final Set<String> mark;

    Scopes(Names names, Namespace namespace) {
        this.names = names;
        this.cells = names.cells(namespace);
        this.mark = Set.of(names.mark(Mark.namespace(namespace.name())));
    }

    Scope of(Object key) {
        String cell = cells + Names.text(key);
        return key instanceof TaggedKey ? new Scope(key, cell, marks(key)) : new Scope(key, cell, mark);
    }

    private Set<String> marks(Object key) {
        Set<String> marks = new LinkedHashSet<>(mark);
        TaggedKey.tagsOf(key).forEach(tag -> marks.add(names.tag(tag)));
        TaggedKey.groupsOf(key).forEach(group -> marks.add(names.mark(group)));
        return marks;
    }
}
