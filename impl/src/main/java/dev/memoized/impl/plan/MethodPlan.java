package dev.memoized.impl.plan;

import dev.memoized.CacheIf;
import dev.memoized.KeyGenerator;
import dev.memoized.Memoized;
import dev.memoized.OnError;
import dev.memoized.Refresh;
import dev.memoized.SingleFlight;
import dev.memoized.VersionSource;
import dev.memoized.WhenCold;
import dev.memoized.impl.context.ContextSnapshot;
import dev.memoized.impl.context.DeclaredContext;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.key.KeyMaker;
import dev.memoized.impl.log.WiringMessage;
import dev.memoized.impl.plan.Keys.Groups;
import dev.memoized.spi.Mark;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is known of a memoized method before the call. Immutable. */
public final class MethodPlan {
    private final PlanDraft draft;
    private final KeyMaker parameters;
    private final @Nullable Keys keys;
    private final DeclaredContext context;
    private final CacheIf cacheIf;
    private final Refresh refresh; // read once: asking an annotation costs more than a hit
    private final SingleFlight singleFlight;
    private final WhenCold whenCold;
    private final OnError onError;
    private final Owner owner;
    private final @Nullable VersionSource versions;

    private MethodPlan(PlanDraft draft, Instances instances, boolean isSoftened) throws ReflectiveOperationException {
        Declaration declaration = draft.declaration();
        Memoized memoized = declaration.memoized();
        KeyGenerator generator = draft.hasGenerator() ? instances.get(memoized.keyGenerator()) : null;
        this.draft = draft;
        this.owner = draft.backend().owner();
        this.parameters = KeyMaker.ofParameters(declaration.method(), positions(draft));
        this.context = ContextReader.read(declaration, instances);
        Groups groups = groups(isSoftened, !context.isEmpty() || owner != Owner.BACKEND);
        boolean isPlain = generator == null
                && groups == Groups.NONE
                && draft.keeping().tags().isEmpty();
        this.keys = isPlain ? null : new Keys(draft, parameters, generator, !context.isEmpty(), groups);
        this.cacheIf = instances.get(memoized.cacheIf());
        this.refresh = memoized.refresh();
        this.singleFlight = memoized.singleFlight();
        this.whenCold = memoized.whenCold();
        this.onError = memoized.onError();
        this.versions =
                memoized.versionedBy() == VersionSource.None.class ? null : instances.get(memoized.versionedBy());
    }

    /**
     * Completes a draft.
     *
     * @throws IllegalStateException when an object that it needs cannot be had
     */
    public static MethodPlan complete(PlanDraft draft, Instances instances) {
        return complete(draft, instances, false);
    }

    /**
     * The same.
     *
     * @param isSoftened whether somebody makes single entries of it stale
     */
    public static MethodPlan complete(PlanDraft draft, Instances instances, boolean isSoftened) {
        try {
            return new MethodPlan(draft, instances, isSoftened);
        } catch (ReflectiveOperationException failure) {
            String place = draft.declaration().place();
            throw new IllegalStateException(
                    WiringMessage.CLASS_UNUSABLE.textAt(place, "keyGenerator, varyBy, versionedBy or cacheIf", failure),
                    failure);
        }
    }

    private static Groups groups(boolean isSoftened, boolean hasSeveralEntries) {
        if (isSoftened) {
            return Groups.EACH;
        }
        return hasSeveralEntries ? Groups.ARGUMENTS : Groups.NONE;
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

    /** The type of what is remembered, with its arguments. */
    public Type valueType() {
        return draft.valueType();
    }

    public Class<?> beanClass() {
        return draft.declaration().beanClass();
    }

    public Method method() {
        return draft.declaration().method();
    }

    public Limits limits() {
        return draft.limits();
    }

    public Bounds bounds() {
        return draft.bounds();
    }

    public SingleFlight singleFlight() {
        return singleFlight;
    }

    public WhenCold whenCold() {
        return whenCold;
    }

    public Refresh refresh() {
        return refresh;
    }

    public OnError onError() {
        return onError;
    }

    /** Whether the cache takes part at all. */
    public boolean enabled() {
        return draft.execution().enabled();
    }

    public ResultShape shape() {
        return draft.execution().shape();
    }

    public BackendChoice backend() {
        return draft.backend();
    }

    /** How its values are kept. */
    public Storing storing() {
        return draft.storing();
    }

    /** What the names of its namespace, marks and tags begin with at its backend; empty for nothing. */
    public String prefix() {
        return owner == Owner.BACKEND ? draft.storing().namespace() : "";
    }

    /** With whom its values live. */
    public Owner owner() {
        return owner;
    }

    /** What the method varies by. */
    public DeclaredContext context() {
        return context;
    }

    /** Whether cold calls compute apart from their callers. */
    public boolean isolated() {
        return draft.execution().isolated();
    }

    /** Whether code of the application makes the keys. */
    public boolean hasGenerator() {
        return keys != null && keys.generator() != null;
    }

    /**
     * The key of a call.
     *
     * @param arguments not kept
     * @param snapshot the call's context values
     * @throws RuntimeException when there is none: the call bypasses the cache
     */
    public Object keyOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        return keys == null ? parameters.keyOf(arguments) : keys.keyOf(arguments, snapshot);
    }

    /**
     * The mark of all that is remembered for some arguments, whatever the context.
     *
     * @param arguments those that are in the key; not kept
     * @param snapshot for a key generator that asks for it
     * @return null when there is one entry, to be found by its key alone
     * @throws RuntimeException as {@link #keyOf}
     */
    public @Nullable Mark markOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        return keys == null ? null : keys.markOf(arguments, snapshot);
    }

    /** The same of one context only; null when nobody makes single entries stale. */
    public @Nullable Mark markInContextOf(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        return keys == null ? null : keys.markInContextOf(arguments, snapshot);
    }

    /**
     * The arguments of a call of which only those are known that are in the key.
     *
     * @param inKey in the order of the key; of a generator all
     */
    public @Nullable Object[] argumentsOf(List<? extends @Nullable Object> inKey) {
        if (draft.hasGenerator()) {
            return inKey.toArray();
        }
        @Nullable Object[] arguments = new Object[method().getParameterCount()];
        for (int i = 0; i < inKey.size(); i++) {
            arguments[draft.keyPositions().get(i)] = inKey.get(i);
        }
        return arguments;
    }

    public boolean isVersioned() {
        return versions != null;
    }

    /**
     * Asks the version source.
     *
     * @return null is the default version
     * @throws RuntimeException the source's own
     */
    public @Nullable Object version(@Nullable Object[] arguments, ContextSnapshot snapshot) {
        return Objects.requireNonNull(versions).version(Invocation.of(draft, arguments, snapshot));
    }

    /**
     * Whether a result is to be remembered.
     *
     * @throws RuntimeException the condition's own
     */
    public boolean remembers(List<@Nullable Object> arguments, ContextSnapshot snapshot, @Nullable Object result) {
        return cacheIf instanceof CacheIf.Always || cacheIf.test(new Invocation(draft, arguments, snapshot), result);
    }

    /** For messages. */
    @Override
    public String toString() {
        return draft.declaration().place();
    }
}
