package dev.memoized.impl.engine;

import dev.memoized.impl.key.KeyParts;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.version.Versions;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;

/**
 * Drops entries on behalf of the application: at the store, and with them what the running request has held on to. Voids the
 * leases of running computations. Thread-safe.
 */
public final class Invalidations {
    private final Versions versions;

    Invalidations(Versions versions) {
        this.versions = versions;
    }

    /**
     * Drops one entry; of a method whose values live with requests or instances that of each of them, by its groups.
     *
     * @param key of the method's namespace
     */
    public void drop(MemoizedMethod method, Object key) {
        if (method.plan().owner() != Owner.BACKEND) {
            TaggedKey.groupsOf(key).forEach(group -> raise(method, group, InvalidationMode.HARD));
            return;
        }
        try {
            method.memory().store().invalidate(key);
        } finally {
            versions.forget(method.plan(), key);
        }
    }

    /**
     * Raises a mark at the method's backend. Of a group it becomes the mark of the namespace, when what its keys have in
     * common may change: found changed, it would equal nothing, and the invalidation would be lost.
     */
    public void raise(MemoizedMethod method, Mark mark, InvalidationMode mode) {
        Mark lasting = KeyParts.mayChange(mark.part()) ? Mark.namespace(mark.name()) : mark;
        try {
            method.memory().store().invalidate(lasting, mode);
        } finally {
            versions.forget(lasting);
        }
    }
}
