package dev.memoized.impl.engine;

import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.CacheInvalidate.When;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.engine.Transactions.Ending;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.ChangeDraft;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.spi.Mark;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one annotation drops for one call: what it names before the method runs, and what it names after. Where the result
 * takes the place of an entry, only what that leaves.
 */
final class Dropping {
    private final ChangeDraft draft;
    private final List<@Nullable Object> arguments;
    private final List<Entrance> methods;
    private final Changes.Tools tools;
    private final IdentityHashMap<MemoizedMethod, ContextSnapshot> contexts = new IdentityHashMap<>();
    private final Set<Drop> before = new LinkedHashSet<>();
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
        this.methods = methods;
        this.tools = tools;
        this.isLost = waits() && tools.pending().isLost();
        capture();
        if (draft.isKnownBefore()) {
            before.addAll(drops(null));
        }
        this.transaction = waits() ? unfinished() : null;
        nameIn(transaction, before);
        this.replacement = draft.puts() && !isLost ? replacement(remarks) : null;
    }

    /** Null where the result is not known to be one of the method: then all is dropped. */
    private @Nullable Replacement replacement(Remarks remarks) {
        MemoizedMethod target =
                targets().stream().map(Entrance::method).findFirst().orElse(null);
        ContextSnapshot snapshot = target == null ? null : contexts.get(target);
        if (target == null || snapshot == null) {
            return null;
        }
        try {
            return tools.replacements().claim(target, snapshot, draft.keyIn(arguments, null), remarks);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            tools.log().once(RuntimeMessage.PUT_FAILED, draft.place(), failure);
            return null;
        }
    }

    private boolean waits() {
        return draft.manner().when() == When.AFTER_COMMIT;
    }

    /** The method has succeeded in the transaction that this thread is in. */
    void make(@Nullable Object result) {
        Unfinished now = waits() ? unfinished() : null;
        if (now == null && waits() && tools.pending().isLost()) {
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
        Set<Drop> all = new LinkedHashSet<>(before);
        all.addAll(drops(result));
        if (in == null) {
            change(all, result);
        } else {
            nameIn(in, all);
            in.atEnd(ending -> end(ending, all, result));
        }
    }

    private void end(Ending ending, Set<Drop> all, @Nullable Object result) {
        switch (ending) {
            case COMMITTED -> change(all, result);
            case ROLLED_BACK -> giveUp();
            case UNKNOWN -> {
                giveUp();
                drop(all);
            }
        }
    }

    private void change(Set<Drop> all, @Nullable Object result) {
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
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
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
            } catch (RuntimeException | LinkageError | StackOverflowError failure) {
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

    /** The contexts of this call, for each method that needs them; its thread may have left when it succeeds. */
    private void capture() {
        for (Entrance each : targets()) {
            MethodPlan plan = each.method().plan();
            boolean asks = draft.key() != null && (draft.puts() || isOfOneContext() || plan.hasGenerator());
            ContextSnapshot snapshot = asks ? captured(plan) : null;
            if (snapshot != null) {
                contexts.put(each.method(), snapshot);
            }
        }
    }

    private @Nullable ContextSnapshot captured(MethodPlan plan) {
        try {
            return tools.contexts().capture(plan.context());
        } catch (RuntimeException undeclared) {
            tools.log().once(RuntimeMessage.CHANGE_WIDENED, draft.place(), undeclared);
            return null;
        }
    }

    private boolean isOfOneContext() {
        return draft.manner().contexts() == Contexts.CURRENT;
    }

    private Collection<Drop> drops(@Nullable Object result) {
        try {
            return draft.name().isEmpty() ? ofTags(result) : ofName(result);
        } catch (RuntimeException | LinkageError | StackOverflowError failure) {
            tools.log().once(RuntimeMessage.CHANGE_WIDENED, draft.place(), failure);
            return widened();
        }
    }

    private Collection<Drop> ofTags(@Nullable Object result) {
        List<Drop> drops = new ArrayList<>();
        for (String tag : draft.tagsIn(arguments, result)) {
            ofEachBackend().forEach(method -> drops.add(mark(method, Mark.tag(tag))));
        }
        return drops;
    }

    /** One method of each backend; values of requests and instances have the marks of one of their own. */
    private Collection<MemoizedMethod> ofEachBackend() {
        Map<Object, MemoizedMethod> found = new LinkedHashMap<>();
        for (Entrance each : methods) {
            MethodPlan plan = each.method().plan();
            found.putIfAbsent(List.of(plan.backend().toString(), plan.owner()), each.method());
        }
        return found.values();
    }

    private Collection<Drop> ofName(@Nullable Object result) {
        Set<Drop> drops = new LinkedHashSet<>();
        for (Entrance each : targets()) {
            drops.add(
                    draft.key() == null
                            ? mark(each.method(), Mark.namespace(draft.name()))
                            : ofKey(each.method(), draft.keyIn(arguments, result)));
        }
        return drops;
    }

    private List<Entrance> targets() {
        return methods.stream()
                .filter(each -> each.method().plan().name().equals(draft.name()))
                .toList();
    }

    private Drop ofKey(MemoizedMethod method, List<@Nullable Object> inKey) {
        MethodPlan plan = method.plan();
        ContextSnapshot captured = contexts.get(method);
        boolean isOfOneContext = isOfOneContext() && captured != null;
        ContextSnapshot snapshot = captured == null ? plan.context().live() : captured;
        return tools.contexts().seeing(snapshot, () -> {
            @Nullable Object[] all = plan.argumentsOf(inKey);
            Mark mark = isOfOneContext ? plan.markInContextOf(all, snapshot) : plan.markOf(all, snapshot);
            return mark == null ? Drop.ofKey(method, plan.keyOf(all, snapshot)) : mark(method, mark);
        });
    }

    private Drop mark(MemoizedMethod method, Mark mark) {
        return Drop.ofMark(method, mark, draft.manner().mode());
    }

    private Collection<Drop> widened() {
        return methods.stream()
                .map(Entrance::method)
                .filter(method -> draft.name().isEmpty() || method.plan().name().equals(draft.name()))
                .map(method -> mark(method, Mark.namespace(method.plan().name())))
                .distinct()
                .toList();
    }
}
