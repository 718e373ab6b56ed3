package dev.memoized.impl.engine;

import dev.memoized.CurrentComputation;
import dev.memoized.Remembered;
import dev.memoized.impl.freshness.Limits;
import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The innermost computation of each thread. Set on a thread only while a computation, or what belongs to it, runs there. */
final class Current implements CurrentComputation {
    private static final Duration LONGEST = Duration.ofNanos(Limits.NEVER);

    private final ThreadLocal<@Nullable Remarks> remarks = new ThreadLocal<>();
    private final TimeSource time;

    Current(TimeSource time) {
        this.time = time;
    }

    /** This thread's; null outside of computations. */
    @Nullable
    Remarks here() {
        return remarks.get();
    }

    /**
     * Runs a computation that says what it has to say there.
     *
     * @param own null when nobody is to hear it
     * @throws Throwable the computation's own
     */
    @Nullable
    Object inside(@Nullable Remarks own, Computation computation) throws Throwable {
        Remarks before = change(own);
        try {
            return computation.compute();
        } finally {
            change(before);
        }
    }

    /** Goes on inside a computation, on any thread. */
    void resume(@Nullable Remarks own, Runnable rest) {
        Remarks before = change(own);
        try {
            rest.run();
        } finally {
            change(before);
        }
    }

    private @Nullable Remarks change(@Nullable Remarks next) {
        Remarks before = remarks.get();
        if (next == null) {
            remarks.remove();
        } else {
            remarks.set(next);
        }
        return before;
    }

    @Override
    public void expireAfter(Duration age) {
        long nanos = nanos(age);
        say(before -> before.expireAfter(nanos));
    }

    @Override
    public void refreshAfter(Duration age) {
        long nanos = nanos(age);
        say(before -> before.refreshAfter(nanos));
    }

    private static long nanos(Duration age) {
        if (age.isNegative()) {
            return 0;
        }
        return age.compareTo(LONGEST) < 0 ? age.toNanos() : Limits.NEVER;
    }

    @Override
    public void doNotStore() {
        say(Said::unwanted);
    }

    @Override
    public void tag(String... tags) {
        List<String> more = List.of(tags);
        say(before -> before.tagged(more));
    }

    private void say(UnaryOperator<Said> remark) {
        Remarks here = here();
        if (here != null) {
            here.add(remark);
        }
    }

    @Override
    public Optional<Remembered<Object>> remembered() {
        Remarks here = here();
        Entry<Object> entry = here == null ? null : here.remembered();
        if (here == null || entry == null) {
            return Optional.empty();
        }
        Duration age = Duration.ofNanos(Limits.age(entry, time.nanos()));
        return Optional.of(new Remembered<>(entry.value(), time.now().minus(age), age, here.versionOf(entry)));
    }

    @Override
    public void notModified() {
        Remarks here = here();
        if (here != null) {
            here.notModified();
        }
    }
}
