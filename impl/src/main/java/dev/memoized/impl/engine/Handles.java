package dev.memoized.impl.engine;

import dev.memoized.EntryException;
import dev.memoized.MemoizedEntry;
import dev.memoized.MethodDescription;
import dev.memoized.impl.config.Nearest;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.plan.ResultShape;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes handles of calls and of names. Thread-safe. */
final class Handles {
    private final Handle.Tools tools;
    private final Recorder recorder;
    private final Invalidations invalidations;
    private final Supplier<List<Entrance>> entrances;

    /**
     * None yet.
     *
     * @param entrances all methods, in the order of their names
     */
    Handles(Handle.Tools tools, Recorder recorder, Invalidations invalidations, Supplier<List<Entrance>> entrances) {
        this.tools = tools;
        this.recorder = recorder;
        this.invalidations = invalidations;
        this.entrances = entrances;
    }

    /** See {@link dev.memoized.MemoizedMethods#methods}. */
    List<MethodDescription> methods() {
        return entrances.get().stream().map(Entrance::describe).toList();
    }

    /** See {@link dev.memoized.MemoizedMethods#entry(Callable)} and {@code entryAsync}. */
    <R> MemoizedEntry<R> entry(Callable<?> call, ResultShape shape) {
        Recorded called = recorder.record(call);
        if (called.plan().shape() != shape) {
            throw new EntryException(RuntimeMessage.ENTRY_OF_OTHER_SHAPE.text(called.plan()), null);
        }
        return Handle.of(tools, called);
    }

    /** See {@link dev.memoized.MemoizedMethods#entry(String, Object...)}. */
    MemoizedEntry<Object> entry(String name, @Nullable Object[] arguments) {
        List<Entrance> named = named(name);
        Entrance entrance = named.stream()
                .filter(each -> each.takes(arguments))
                .findFirst()
                .orElseThrow(() -> new EntryException(RuntimeMessage.ENTRY_ARGUMENTS.text(plans(named)), null));
        List<@Nullable Object> copy = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
        return Handle.of(tools, new Recorded(entrance.method(), entrance.door(), copy));
    }

    private static List<String> plans(List<Entrance> named) {
        return named.stream().map(each -> each.method().plan().toString()).toList();
    }

    /** See {@link dev.memoized.MemoizedMethods#clear}. */
    void clear(String name) {
        named(name).forEach(each -> invalidations.raise(each.method(), Mark.namespace(name), InvalidationMode.HARD));
    }

    private List<Entrance> named(String name) {
        List<Entrance> all = entrances.get();
        List<Entrance> named =
                all.stream().filter(each -> each.name().equals(name)).toList();
        if (named.isEmpty()) {
            List<String> near =
                    Nearest.some(name, all.stream().map(Entrance::name).toList());
            throw new EntryException(RuntimeMessage.METHOD_UNKNOWN.text(near), null);
        }
        return named;
    }
}
