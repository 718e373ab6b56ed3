package dev.memoized.redis;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All names that count for one key.
 *
 * @param key as it was asked for
 * @param names the entry, its leases, the number, the mark of the namespace, and those of the key's tags and groups
 * @param all of the backend
 */
record Scope(Object key, List<byte[]> names, Names all) {
    private static final int MARKS = 3;

    static Scope of(Object key, Namespace namespace, Names all) {
        byte[] slot = Names.slot(namespace.name(), namespace.schema(), text(key));
        List<byte[]> names = new ArrayList<>();
        names.add(all.entry(slot));
        names.add(all.leases(slot));
        names.add(all.number());
        names.add(all.mark(Mark.namespace(namespace.name())));
        TaggedKey.tagsOf(key).forEach(tag -> names.add(all.tag(tag)));
        TaggedKey.groupsOf(key).forEach(group -> names.add(all.mark(group)));
        return new Scope(key, names, all);
    }

    private static String text(Object key) {
        return key instanceof TaggedKey tagged ? text(tagged.key()) : (String) key;
    }

    /** The entry's name. */
    String id() {
        return Names.text(names.get(0));
    }

    boolean isBelow(String mark) {
        return names.stream().skip(MARKS).anyMatch(name -> Names.text(name).equals(mark));
    }

    /** With those of tags that the key does not have. */
    List<byte[]> with(Collection<String> tags) {
        return joined(names, added(tags));
    }

    /** The marks of those tags that the key does not have. */
    List<byte[]> added(Collection<String> tags) {
        return tags.stream()
                .filter(tag -> !TaggedKey.tagsOf(key).contains(tag))
                .map(all::tag)
                .toList();
    }

    /** All marks of an entry with these tags. */
    List<byte[]> marks(Collection<String> tags) {
        return joined(names.subList(MARKS, names.size()), added(tags));
    }

    private static List<byte[]> joined(List<byte[]> some, List<byte[]> more) {
        List<byte[]> both = new ArrayList<>(some);
        both.addAll(more);
        return both;
    }

    /** The entry and its leases. */
    List<byte[]> own() {
        return names.subList(0, 2);
    }

    byte[] entry() {
        return names.get(0).clone();
    }

    /** What a read needs: the entry, the number, and the marks. */
    List<byte[]> toRead() {
        List<byte[]> needed = new ArrayList<>(names);
        needed.remove(1);
        return needed;
    }
}
