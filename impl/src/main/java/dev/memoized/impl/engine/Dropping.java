package dev.memoized.impl.engine;

import dev.memoized.CacheInvalidate.When;
import dev.memoized.impl.engine.Transactions.Ending;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.ChangeDraft;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation drops for one call: what it names before the method runs, and what it names after. Where the result
 * takes the place of an entry, only what that leaves.
 */
final class Dropping {
    private final ChangeDraft draft;
    private final List<@Nullable Object> arguments;
    private final Naming naming;
    private final Changes.Tools tools;
    private final Set<Drop> before = new LinkedHashSet<>();
    private final Set<Drop> all = ConcurrentHashMap.newKeySet();
    private final @Nullable Unfinished transaction;
    private final @Nullable Replacement replacement;
    private final boolean isLost;

    /** The method is about to run. */
    Dropping(
            ChangeDraft draft,
            List<@Nullable Object> arguments,
            List<Entrance> methods,
            Remarks remarks,
            Changes.Tools tools) {
        this.draft = draft;
        this.arguments = arguments;
        this.tools = tools;
        this.isLost = isLost();
        this.naming = new Naming(draft, arguments, methods, tools);
        if (draft.isKnownBefore()) {
            before.addAll(naming.drops(null));
        }
        this.transaction = waits() ? unfinished() : null;
        nameIn(transaction, before);
        this.replacement = draft.puts() && !isLost ? naming.replacement(remarks) : null;
    }

    private boolean waits() {
        return draft.manner().when() == When.AFTER_COMMIT;
    }

    /** What is not known is better dropped. */
    private boolean isLost() {
        try {
            return waits() && tools.pending().isLost();
        } catch (RuntimeException refused) {
            tools.log().once(RuntimeMessage.TRANSACTION_REFUSES, draft.place(), refused);
            return false;
        }
    }

    /** The method has succeeded in the transaction that this thread is in. */
    void make(@Nullable Object result) {
        Unfinished now = waits() ? unfinished() : null;
        if (now == null && isLost()) {
            giveUp();
        } else {
            make(result, now);
        }
    }

    /** The method has failed, or its transaction. */
    void giveUp() {
        if (replacement != null) {
            replacement.giveUp();
        }
    }

    /** The same on a thread that may be in any transaction: that in which the method began counts. */
    void makeLater(@Nullable Object result) {
        if (!isLost) {
            make(result, transaction);
        }
    }

    private void make(@Nullable Object result, @Nullable Unfinished in) {
        all.addAll(before);
        all.addAll(naming.drops(result));
        if (in == null) {
            change(result);
        } else {
            nameIn(in, all);
            all.forEach(drop -> in.isLeftTo(this, drop));
            in.atEnd(ending -> end(ending, result));
        }
    }

    /** Another method of the transaction has named the same: what this one has returned is not the last of it. */
    void leave(Drop drop) {
        giveUp();
        all.remove(drop);
    }

    private void end(Ending ending, @Nullable Object result) {
        switch (ending) {
            case COMMITTED -> change(result);
            case ROLLED_BACK -> giveUp();
            case UNKNOWN -> {
                giveUp();
                drop(all);
            }
        }
    }

    private void change(@Nullable Object result) {
        Replacement made = replacement != null && isReplaced(replacement, result) ? replacement : null;
        drop(
                made == null
                        ? all
                        : all.stream()
                                .filter(drop -> !made.concerns(drop.method()))
                                .toList());
    }

    /** Not if the method has changed its argument: then neither entry is known to be of the result. */
    private boolean isReplaced(Replacement some, @Nullable Object result) {
        try {
            return some.make(draft.keyIn(arguments, null), result);
        } catch (RuntimeException | Error failure) {
            tools.log().once(RuntimeMessage.PUT_FAILED, draft.place(), failure);
            some.giveUp();
            return false;
        }
    }

    private static void nameIn(@Nullable Unfinished transaction, Collection<Drop> drops) {
        if (transaction != null) {
            drops.forEach(transaction::name);
        }
    }

    /** Each by itself: one that fails leaves the others to be made. */
    private void drop(Collection<Drop> drops) {
        for (Drop drop : drops) {
            try {
                drop.make(tools.invalidations());
            } catch (RuntimeException | Error failure) {
                tools.log().once(RuntimeMessage.CHANGE_FAILED, draft.place(), failure);
            }
        }
    }

    /** Of this thread's transaction; where it takes nothing any more a change is better made at once than never. */
    private @Nullable Unfinished unfinished() {
        try {
            return tools.pending().begin();
        } catch (RuntimeException refused) {
            tools.log().once(RuntimeMessage.TRANSACTION_REFUSES, draft.place(), refused);
            return null;
        }
    }
}
