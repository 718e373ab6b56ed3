package dev.memoized.impl.plan;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.Refresh;
import dev.memoized.WhenCold;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.key.KeyMaker;
import dev.memoized.impl.log.Message;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is known of a memoized method before the call. Immutable. */
public final class MethodPlan {
    private final PlanDraft draft;
    private final KeyMaker keys;
    private final CacheIf cacheIf;
    private final boolean conditional;

    private MethodPlan(PlanDraft draft, KeyMaker keys, CacheIf cacheIf) {
        this.draft = draft;
        this.keys = keys;
        this.cacheIf = cacheIf;
        this.conditional = !(cacheIf instanceof CacheIf.Always);
    }

    /**
     * Completes a draft.
     *
     * @throws IllegalStateException when an object that it needs cannot be had
     */
    public static MethodPlan complete(PlanDraft draft, Instances instances) {
        Memoized memoized = draft.declaration().memoized();
        try {
            return new MethodPlan(draft, keys(draft, memoized, instances), instances.get(memoized.cacheIf()));
        } catch (ReflectiveOperationException failure) {
            String place = draft.declaration().place();
            throw new IllegalStateException(
                    Message.CLASS_UNUSABLE.textAt(place, "keyGenerator or cacheIf", failure), failure);
        }
    }

    private static KeyMaker keys(PlanDraft draft, Memoized memoized, Instances instances)
            throws ReflectiveOperationException {
        return memoized.keyGenerator() == KeyGenerator.Default.class
                ? KeyMaker.ofParameters(draft.declaration().method(), positions(draft))
                : new GeneratedKeys(draft, instances.get(memoized.keyGenerator()));
    }

    private static int[] positions(PlanDraft draft) {
        return draft.keyPositions().stream().mapToInt(Integer::intValue).toArray();
    }

    public String name() {
        return draft.name();
    }

    public String schema() {
        return draft.schema();
    }

    public Method method() {
        return draft.declaration().method();
    }

    public Limits limits() {
        return draft.limits();
    }

    public Duration waitAtMost() {
        return draft.waitAtMost();
    }

    public WhenCold whenCold() {
        return draft.declaration().memoized().whenCold();
    }

    public Refresh refresh() {
        return draft.declaration().memoized().refresh();
    }

    public ResultShape shape() {
        return draft.shape();
    }

    public BackendChoice backend() {
        return draft.backend();
    }

    public KeyMaker keys() {
        return keys;
    }

    /**
     * Whether a result is to be remembered.
     *
     * @throws RuntimeException the condition's own
     */
    public boolean remembers(List<@Nullable Object> arguments, @Nullable Object result) {
        return !conditional || cacheIf.test(new Invocation(draft, arguments), result);
    }

    /** For messages. */
    @Override
    public String toString() {
        return draft.declaration().place();
    }
}
