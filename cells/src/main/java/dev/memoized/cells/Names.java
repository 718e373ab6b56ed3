package dev.memoized.cells;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;

/**
 * What things of one backend are called.
 *
 * @param prefix backends with other prefixes share nothing
 */
public record Names(String prefix) {
    /** Unless another one is set. */
    public static final String USUAL_PREFIX = "memoized";

    /**
     * The name of a cell.
     *
     * @param key of the namespace
     * @param namespace any
     * @return the same for all who share the ground
     */
    public String cell(Object key, Namespace namespace) {
        return cells(namespace) + text(key);
    }

    /** What the names of the cells of a namespace begin with. */
    String cells(Namespace namespace) {
        return entries() + escaped(namespace.name()) + ':' + escaped(namespace.schema()) + ':';
    }

    /** What the names of all cells begin with. */
    String entries() {
        return prefix + ":entry:";
    }

    /** A key as text. */
    static String text(Object key) {
        return key instanceof TaggedKey tagged ? text(tagged.key()) : (String) key;
    }

    /**
     * The name of a mark.
     *
     * @param mark any
     * @return the same for all who share the ground
     */
    public String mark(Mark mark) {
        return switch (mark.kind()) {
            case TAG -> tag(mark.name());
            case NAMESPACE -> marks() + "namespace:" + mark.name();
            case GROUP -> marks() + "group:" + escaped(mark.name()) + ':' + mark.part();
        };
    }

    String tag(String tag) {
        return marks() + "tag:" + tag;
    }

    /** What the names of all marks begin with. */
    String marks() {
        return prefix + ":mark:";
    }

    /** What the names of marks begin with that stay for good: there are as many as namespaces. */
    String lastingMarks() {
        return marks() + "namespace:";
    }

    /**
     * The name of the text that says since when what is stored counts.
     *
     * @return on grounds that may fall apart
     */
    public String era() {
        return prefix + ":era";
    }

    /** The number that only grows. */
    String number() {
        return prefix + ":number";
    }

    /** Names end where the next part begins. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace(":", "%3A");
    }
}
