package dev.memoized.impl.engine;

import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.impl.context.ContextSnapshot;
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

/** What one annotation names for one call, at which methods, and in which contexts. */
final class Naming {
    private final ChangeDraft draft;
    private final List<@Nullable Object> arguments;
    private final List<Entrance> methods;
    private final Changes.Tools tools;
    private final IdentityHashMap<MemoizedMethod, ContextSnapshot> contexts = new IdentityHashMap<>();

    /** The method is about to run: the contexts are those of now. */
    Naming(ChangeDraft draft, List<@Nullable Object> arguments, List<Entrance> methods, Changes.Tools tools) {
        this.draft = draft;
        this.arguments = arguments;
        this.methods = methods;
        this.tools = tools;
        capture();
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
        } catch (RuntimeException | Error undeclared) {
            tools.log().once(RuntimeMessage.CHANGE_WIDENED, draft.place(), undeclared);
            return null;
        }
    }

    private boolean isOfOneContext() {
        return draft.manner().contexts() == Contexts.CURRENT;
    }

    /** What is dropped; where that cannot be told, all that may be meant. */
    Collection<Drop> drops(@Nullable Object result) {
        try {
            return draft.name().isEmpty() ? ofTags(result) : ofName(result);
        } catch (RuntimeException | Error failure) {
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

    /** Claims the entry; null where the result is not known to be one of the method: then all is dropped. */
    @Nullable
    Replacement replacement(Remarks remarks) {
        MemoizedMethod target =
                targets().stream().map(Entrance::method).findFirst().orElse(null);
        ContextSnapshot snapshot = target == null ? null : contexts.get(target);
        if (target == null || snapshot == null) {
            return null;
        }
        try {
            return tools.replacements().claim(target, snapshot, draft.keyIn(arguments, null), remarks);
        } catch (RuntimeException | Error failure) {
            tools.log().once(RuntimeMessage.PUT_FAILED, draft.place(), failure);
            return null;
        }
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
