package dev.memoized.infinispan;

import dev.memoized.cells.Cells;
import dev.memoized.cells.Election;
import dev.memoized.cells.Ground;
import dev.memoized.cells.Names;
import dev.memoized.cells.Told;
import java.util.Set;
import org.infinispan.manager.EmbeddedCacheManager;

/** Caches as a ground. Thread-safe. */
final class InCaches implements Ground {
    private final Caches caches;
    private final Election election;
    private final Cells cells;
    private final TextsInCache texts;
    private final Ears ears;
    private final Merges merges;

    private InCaches(Caches caches, Names names, Election election) {
        this.caches = caches;
        this.election = election;
        this.cells = new CellsInCache(caches.entries());
        this.texts = new TextsInCache(caches.marks());
        this.ears = new Ears(caches);
        this.merges = new Merges(caches.marks(), names);
    }

    /** Where caches come from. */
    @FunctionalInterface
    interface Origin extends AutoCloseable {

        /** Starts what is to be started; is closed when that fails, and may be asked again. */
        Caches open();

        /** Stops what was started: nothing, unless it says otherwise. */
        @Override
        default void close() {}
    }

    /** How who computes is elected. */
    @FunctionalInterface
    interface Ballot {

        /** In a container. */
        Election in(EmbeddedCacheManager manager);
    }

    /**
     * A source of such grounds.
     *
     * @param origin of the caches
     */
    record Source(Names names, Origin origin, Ballot ballot) implements dev.memoized.cells.Source {

        @Override
        public Ground open() {
            Caches caches = origin.open();
            return new InCaches(caches, names, ballot.in(caches.entries().getCacheManager()));
        }

        @Override
        public RuntimeException said(RuntimeException failure) {
            return Trouble.said(failure);
        }

        @Override
        public void close() {
            origin.close();
        }
    }

    @Override
    public Cells cells() {
        return cells;
    }

    @Override
    public TextsInCache texts() {
        return texts;
    }

    @Override
    public String node() {
        return caches.node();
    }

    @Override
    public boolean isGone(String node) {
        Set<String> members = caches.members().get();
        return !members.isEmpty() && !members.contains(node);
    }

    @Override
    public Election election() {
        return election;
    }

    @Override
    public void listen(Told told) {
        merges.open(told);
        ears.open(told);
    }

    @Override
    public void close() {
        try {
            ears.close();
        } finally {
            merges.close();
        }
    }
}
