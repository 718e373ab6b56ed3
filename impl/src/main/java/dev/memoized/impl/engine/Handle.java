package dev.memoized.impl.engine;

import dev.memoized.ContextValue;
import dev.memoized.EntryException;
import dev.memoized.MemoizedEntry;
import dev.memoized.Remembered;
import dev.memoized.UndeclaredContextException;
import dev.memoized.impl.context.Contexts;
import dev.memoized.impl.context.GivenContext;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.impl.freshness.Verdict;
import dev.memoized.impl.key.StoredVersion;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.MethodPlan;
import dev.memoized.impl.plan.Owner;
import dev.memoized.impl.version.Versions;
import dev.memoized.impl.version.View;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entry of a call that was recorded. Immutable. */
final class Handle<R> implements MemoizedEntry<R> {
    private static final Duration OLDEST = Duration.ofNanos(Long.MAX_VALUE / 4);

    private final Tools tools;
    private final Recorded called;
    private final GivenContext context;
    private final @Nullable Spot spot;

    /** What all handles of an engine share. */
    record Tools(TimeSource time, Contexts contexts, Versions versions, OwnedMemories owned, OnDemand onDemand) {}

    private Handle(Tools tools, Recorded called, GivenContext context) {
        this.tools = tools;
        this.called = called;
        this.context = context;
        this.spot = context.missing() == null ? Spot.of(called, context, tools.contexts()) : null;
    }

    /** In the context of this thread. */
    static <R> MemoizedEntry<R> of(Tools tools, Recorded called) {
        GivenContext context = tools.contexts().captureForLater(called.plan().context());
        return new Handle<>(tools, called, context);
    }

    @Override
    public <T> MemoizedEntry<R> with(Class<? extends ContextValue<T>> type, T value) {
        GivenContext other = context.with(type, value);
        if (other == null) {
            throw new UndeclaredContextException(RuntimeMessage.ENTRY_DOES_NOT_VARY.text(plan(), type.getName()));
        }
        return new Handle<>(tools, called, other);
    }

    private MethodPlan plan() {
        return called.plan();
    }

    private Spot spot() {
        if (!called.door().isOpen()) {
            throw new EntryException(RuntimeMessage.ENTRY_REPLACED.text(plan()), null);
        }
        if (spot == null) {
            Class<?> missing = context.missing();
            String name = missing == null ? "" : missing.getName();
            throw new EntryException(RuntimeMessage.ENTRY_OUT_OF_CONTEXT.text(plan(), name), null);
        }
        return spot;
    }

    /** The method with the memory that the entry lies in now. */
    private MemoizedMethod method() {
        MemoizedMethod method = called.method();
        MemoizedMethod here =
                plan().owner() == Owner.BACKEND ? method : tools.owned().find(method, called.door());
        if (here == null) {
            throw withoutOwner();
        }
        return here;
    }

    private EntryException withoutOwner() {
        String owner = plan().owner().backend();
        return new EntryException(RuntimeMessage.ENTRY_OF_NOBODY.text(plan(), owner), null);
    }

    private View view(Spot here) {
        return tools.versions().of(plan(), here.key(), called.arguments().toArray(), here.snapshot());
    }

    @Override
    public Optional<Remembered<R>> lookup() {
        Spot here = spot();
        MemoizedMethod method = method();
        if (!plan().enabled()) {
            return Optional.empty();
        }
        View view = view(here);
        long now = tools.time().nanos();
        Entry<Object> used = view.used();
        Entry<Object> entry = used == null ? method.memory().store().read(here.key(), now) : used;
        return entry == null || method.verdict(view, here.key(), entry, now, now) == Verdict.MISS
                ? Optional.empty()
                : Optional.of(remembered(entry, view, now));
    }

    @SuppressWarnings("unchecked") // what the method returned, or could have
    private Remembered<R> remembered(Entry<Object> entry, View view, long now) {
        Duration age = Duration.ofNanos(Limits.age(entry, now));
        Object version = entry.version() instanceof StoredVersion ? view.version() : entry.version();
        return new Remembered<>((R) entry.value(), tools.time().now().minus(age), age, version);
    }

    @Override
    public boolean contains() {
        return lookup().isPresent();
    }

    @Override
    public boolean put(@Nullable R value) {
        return put(value, Duration.ZERO);
    }

    @Override
    public boolean put(@Nullable R value, Instant computedAt) {
        Duration age = Duration.between(computedAt, tools.time().now());
        Duration counted = age.isNegative() ? Duration.ZERO : age;
        return put(value, counted.compareTo(OLDEST) < 0 ? counted : OLDEST);
    }

    private boolean put(@Nullable R value, Duration age) {
        refuseStranger(value);
        Spot here = spot();
        MemoizedMethod method = method();
        if (!plan().enabled()) {
            return false;
        }
        Object version = view(here).version();
        Duration life = plan().limits().remainingLife(value, age.toNanos());
        long began = tools.time().nanos() - age.toNanos();
        Entry<Object> entry = new Entry<>(value, began, 0, version, 0, TaggedKey.tagsOf(here.key()), false, null);
        try {
            return method.memory().store().put(here.key(), entry, life) && !life.isZero() && !life.isNegative();
        } finally {
            tools.versions().forget(plan(), here.key());
        }
    }

    private void refuseStranger(@Nullable Object value) {
        if (!called.method().couldReturn(value)) {
            throw new EntryException(RuntimeMessage.ENTRY_OF_OTHER_TYPE.text(plan(), plan().valueType()), null);
        }
    }

    @Override
    public void invalidate() {
        Spot here = spot();
        MemoizedMethod method = method();
        try {
            method.memory().store().invalidate(here.key());
        } finally {
            tools.versions().forget(plan(), here.key());
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the method's own
    public @Nullable R refreshNow() throws Exception {
        Spot here = spot();
        MemoizedMethod method = renewed();
        tools.versions().forget(plan(), here.key());
        View view = view(here);
        Facts facts = new Facts(here.key(), here.snapshot(), view, tools.time().nanos(), null, true);
        return (R) tools.onDemand().now(tools.onDemand().call(called, method, facts));
    }

    @Override
    public boolean refreshInBackground() {
        Spot here = spot();
        MemoizedMethod method = renewed();
        View view = view(here);
        long now = tools.time().nanos();
        Entry<Object> there = method.memory().store().read(here.key(), now);
        Entry<Object> met = method.verdict(view, here.key(), there, now, now) == Verdict.MISS ? null : there;
        Facts facts = new Facts(here.key(), here.snapshot(), view, now, met, true);
        return tools.onDemand().behind(tools.onDemand().call(called, method, facts));
    }

    private MemoizedMethod renewed() {
        if (plan().owner() != Owner.BACKEND) {
            throw withoutOwner();
        }
        return called.method();
    }
}
