package dev.memoized.impl.cdi;

import dev.memoized.impl.engine.MemoizedMethod;
import dev.memoized.impl.plan.MostSpecific;
import dev.memoized.impl.plan.Owner;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/*
 * Concurrency: the array is replaced as a whole; `last` is only a guess that is checked, so it needs no ordering.
 */
/**
 * Finds a bean's memoized method by the very {@link Method} object that the container gives, which is the same at each
 * call: comparing two such objects by value costs more than the rest of a hit (research of this project, 100 ns).
 */
final class MethodTable {
    private static final int LEARNED_AT_MOST = 1_000;

    private final Class<?> beanClass;
    private final List<MemoizedMethod> memoized;
    private final Lock learning = new ReentrantLock();
    private volatile Known[] known = new Known[0];
    private @Nullable Known last;

    MethodTable(Class<?> beanClass, List<MemoizedMethod> memoized) {
        this.beanClass = beanClass;
        this.memoized = memoized;
    }

    /** All that there are. */
    List<MemoizedMethod> memoized() {
        return memoized;
    }

    /** Whether values of one of the methods live with the instance. */
    boolean hasOwnedByInstance() {
        return memoized.stream().anyMatch(each -> each.plan().owner() == Owner.INSTANCE);
    }

    /** The memoized method, or null when the method is not one. */
    @SuppressWarnings("ReferenceEquality") // the point of this class
    @Nullable
    MemoizedMethod find(Method method) {
        Known guess = last;
        if (guess != null && guess.method == method) {
            return guess.memoized;
        }
        for (Known each : known) {
            if (each.method == method) {
                last = each;
                return each.memoized;
            }
        }
        return learn(method);
    }

    private @Nullable MemoizedMethod learn(Method method) {
        Method specific = MostSpecific.of(beanClass, method);
        MemoizedMethod found = memoized.stream()
                .filter(each -> each.plan().method().equals(specific))
                .findFirst()
                .orElse(null);
        learning.lock();
        try {
            if (known.length < LEARNED_AT_MOST) {
                known = append(known, new Known(method, found));
            }
        } finally {
            learning.unlock();
        }
        return found;
    }

    private static Known[] append(Known[] before, Known more) {
        Known[] after = Arrays.copyOf(before, before.length + 1);
        after[before.length] = more;
        return after;
    }

    private record Known(Method method, @Nullable MemoizedMethod memoized) {}
}
