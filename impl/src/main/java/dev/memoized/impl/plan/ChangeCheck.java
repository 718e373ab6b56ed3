package dev.memoized.impl.plan;

import dev.memoized.CacheInvalidate.Contexts;
import dev.memoized.impl.config.Nearest;
import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.type.Erasure;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Compares what methods change with the memoized methods that there are. */
public final class ChangeCheck {
    private final SortedMap<String, PlanDraft> targets = new TreeMap<>();
    private final Problems problems;

    /**
     * For one deployment.
     *
     * @param drafts of all its memoized methods
     */
    public ChangeCheck(List<PlanDraft> drafts, Problems problems) {
        drafts.forEach(draft -> targets.putIfAbsent(draft.name(), draft));
        this.problems = problems;
    }

    /** Adds a problem when a change is none of a memoized method. */
    public void check(ChangeDraft change) {
        if (change.name().isEmpty()) {
            return;
        }
        PlanDraft target = targets.get(change.name());
        if (target == null) {
            String nearest = Nearest.to(change.name(), targets.keySet()).orElse("none");
            problems.add(change.place() + ", name", ChangeMessage.CHANGE_OF_NOTHING, change.name(), nearest);
            return;
        }
        checkKey(change, target);
        checkManner(change, target);
        Type result = change.result();
        if (result != null) {
            checkResult(change.place(), result, target);
        }
    }

    private void checkResult(String place, Type result, PlanDraft target) {
        Declaration declaration = target.declaration();
        if (target.backend().owner() != Owner.BACKEND) {
            problems.add(place, ChangeMessage.PUT_OF_OWNED, declaration.place());
        }
        if (!fits(result, target.valueType())) {
            problems.add(
                    place,
                    ChangeMessage.PUT_OF_OTHER_TYPE,
                    result.getTypeName(),
                    declaration.place(),
                    target.valueType().getTypeName());
        }
        if (!target.areTagsInKey()) {
            problems.add(place, ChangeMessage.PUT_WITHOUT_TAGS, declaration.place());
        }
    }

    /** Arguments of types are compared as they are written: a list of other elements is no such list. */
    private static boolean fits(Type given, Type taken) {
        return given.equals(taken)
                || (taken instanceof Class<?> plain && Erasure.boxed(plain).isAssignableFrom(Erasure.boxed(given)));
    }

    private void checkKey(ChangeDraft change, PlanDraft target) {
        List<Path> key = change.key();
        if (key == null) {
            return;
        }
        Method method = target.declaration().method();
        List<Class<?>> types = target.keyTypes();
        String place = change.place() + ", key";
        if (key.size() != types.size()) {
            problems.add(
                    place,
                    ChangeMessage.CHANGE_KEY_COUNT,
                    key.size(),
                    target.declaration().place(),
                    types.size());
            return;
        }
        for (int i = 0; i < types.size(); i++) {
            Class<?> given = key.get(i).type();
            if (!Erasure.boxed(types.get(i)).isAssignableFrom(Erasure.boxed(given))) {
                problems.add(
                        place,
                        ChangeMessage.CHANGE_KEY_TYPE,
                        key.get(i),
                        given.getName(),
                        method.getName(),
                        types.get(i).getName());
            }
        }
    }

    private void checkManner(ChangeDraft change, PlanDraft target) {
        boolean varies = target.declaration().memoized().varyBy().length > 0;
        if (change.manner().contexts() == Contexts.CURRENT && !varies) {
            problems.add(change.place() + ", contexts", ChangeMessage.CHANGE_OF_NO_CONTEXT);
        }
    }
}
