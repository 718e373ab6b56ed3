package dev.memoized.impl.proof;

import dev.memoized.MutatedValueException;
import dev.memoized.impl.engine.Body;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** What the values of a {@link NaiveMemoizing} looked like as text when they were computed. */
final class NaiveWatch {
    private final Map<Object, String> texts = Collections.synchronizedMap(new IdentityHashMap<>());
    private final Defect defect;

    NaiveWatch(Defect defect) {
        this.defect = defect;
    }

    Body over(Body body) {
        return arguments -> {
            Object value = body.compute(arguments);
            texts.put(value, value.toString());
            return value;
        };
    }

    Object checked(Object value, Runnable drop) {
        if (defect == Defect.CHANGED_VALUE_SERVED || value.toString().equals(texts.get(value))) {
            return value;
        }
        if (defect != Defect.CHANGED_VALUE_STAYS) {
            drop.run();
        }
        throw new MutatedValueException("changed");
    }
}
