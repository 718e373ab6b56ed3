package dev.memoized.impl.engine;

import dev.memoized.impl.engine.Transactions.Ending;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: `open` is raised before a transaction names anything, and lowered after it has made its changes, on the
 * threads that are in it; so one that reads zero is in no transaction that has named something.
 */
/** What transactions have named and not yet changed: until they end, their calls compute it for themselves. Thread-safe. */
final class Pending {
    private final AtomicInteger open = new AtomicInteger();
    private final Transactions transactions;
    private final TimeSource time;

    Pending(Transactions transactions, TimeSource time) {
        this.transactions = transactions;
        this.time = time;
    }

    /** Whether this thread's transaction has named an entry. */
    boolean names(MemoizedMethod method, Object key) {
        Unfinished unfinished = open.get() == 0 ? null : current();
        return unfinished != null
                && (unfinished.names(method.plan().name(), key)
                        || (unfinished.namesTags() && isTagged(unfinished, method, key)));
    }

    /** By a tag that its computation added. */
    private boolean isTagged(Unfinished unfinished, MemoizedMethod method, Object key) {
        Entry<Object> entry = method.memory().store().read(key, time.nanos());
        return entry != null && unfinished.namesOneOf(entry.tags());
    }

    /** Whether this thread's transaction has named one of these tags. */
    boolean namesOneOf(Set<String> tags) {
        Unfinished unfinished = open.get() == 0 ? null : current();
        return unfinished != null && unfinished.namesOneOf(tags);
    }

    private @Nullable Unfinished current() {
        return transactions.isUnderWay() ? (Unfinished) transactions.kept(this) : null;
    }

    /**
     * What this thread's transaction collects.
     *
     * @return null outside of transactions that may be committed: then a change is made at once
     * @throws RuntimeException when the transaction takes nothing any more
     */
    @Nullable
    Unfinished begin() {
        if (!transactions.mayCommit()) {
            return null;
        }
        Unfinished known = (Unfinished) transactions.kept(this);
        return known == null ? first() : known;
    }

    /** Whether this thread's transaction will only be rolled back: what was done in it changes nothing. */
    boolean isLost() {
        return transactions.isUnderWay() && !transactions.mayCommit();
    }

    private Unfinished first() {
        Unfinished made = new Unfinished();
        open.incrementAndGet();
        try {
            transactions.atEnd(ending -> end(made, ending));
        } catch (RuntimeException refused) {
            open.decrementAndGet();
            throw refused;
        }
        transactions.keep(this, made);
        return made;
    }

    private void end(Unfinished unfinished, Ending ending) {
        try {
            unfinished.end(ending);
        } finally {
            open.decrementAndGet();
        }
    }
}
