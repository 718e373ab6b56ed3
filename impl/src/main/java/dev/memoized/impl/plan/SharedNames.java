package dev.memoized.impl.plan;

import dev.memoized.Memoized;
import dev.memoized.impl.log.FormMessage;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses methods that share a name, and so their entries, without sharing their types. */
public final class SharedNames {
    private final Map<String, PlanDraft> first = new HashMap<>();
    private final Problems problems;

    public SharedNames(Problems problems) {
        this.problems = problems;
    }

    /** Compares a draft with the first one of its name. */
    public void check(PlanDraft draft) {
        PlanDraft other = first.putIfAbsent(draft.name(), draft);
        if (other == null) {
            return;
        }
        boolean ofFields = draft.isOfFields() && other.isOfFields();
        if (!ofFields && !result(draft).equals(result(other))) {
            refuse(draft, other, "result type");
        } else if (!keyTypes(draft).equals(keyTypes(other))) {
            refuse(draft, other, "list of key parameters");
        } else if (!draft.backend().equals(other.backend())) {
            refuse(draft, other, "backend");
        } else if (!Arrays.equals(memoized(draft).varyBy(), memoized(other).varyBy())) {
            refuse(draft, other, "varyBy");
        } else if (memoized(draft).versionedBy() != memoized(other).versionedBy()) {
            refuse(draft, other, "versionedBy");
        }
    }

    private void refuse(PlanDraft draft, PlanDraft other, String what) {
        String otherPlace = other.declaration().place();
        problems.add(draft.declaration(), "name", FormMessage.NAME_SHARED, draft.name(), otherPlace, what);
    }

    private static Memoized memoized(PlanDraft draft) {
        return draft.declaration().memoized();
    }

    private static Type result(PlanDraft draft) {
        return draft.declaration().method().getGenericReturnType();
    }

    private static List<Type> keyTypes(PlanDraft draft) {
        Type[] types = draft.declaration().method().getGenericParameterTypes();
        return draft.keyPositions().stream().map(i -> types[i]).toList();
    }
}
