package dev.memoized.impl.memoizer;

import dev.memoized.MemoizedTerms;
import dev.memoized.impl.engine.Entrance;
import dev.memoized.impl.engine.Invalidations;
import dev.memoized.impl.engine.Memoization;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import java.util.List;
import java.util.Map;

/** What all views of one memoizer have in common. Thread-safe. */
final class Program implements AutoCloseable {
    private final Memoization memoization;
    private final Workshop workshop;
    private final Attachments attachments;
    private final List<Runnable> closing;
    private volatile boolean closed;

    /**
     * One without names.
     *
     * @param closing what is done at its end, after the engine's
     */
    Program(Memoization memoization, Workshop workshop, Attachments attachments, List<Runnable> closing) {
        this.memoization = memoization;
        this.workshop = workshop;
        this.attachments = attachments;
        this.closing = List.copyOf(closing);
    }

    Memoization memoization() {
        return memoization;
    }

    ProgramDoor function(String name, Shape shape, MemoizedTerms terms, Body body) {
        attachments.check(name);
        Tenure tenure = new Tenure();
        Body checked = shape.isOfStages() ? body : new Plain(name, body);
        ProgramDoor door = workshop.open(new Wanted(name, shape.type(), shape.method(), terms, checked), tenure);
        attach(name, new Attachment(tenure, List.of(door.entrance())));
        return door;
    }

    /** What stands in for an object. */
    <T> T object(String name, Class<T> type, T object, Map<String, MemoizedTerms> methods) {
        attachments.check(name);
        Tenure tenure = new Tenure();
        StandIns<T> standIns = new StandIns<>(name, type, StandIn.originalOf(object));
        Map<String, ProgramDoor> doors = standIns.doors(methods, wanted -> workshop.open(wanted, tenure));
        T standIn = standIns.make(doors);
        List<Entrance> entrances =
                doors.values().stream().map(ProgramDoor::entrance).toList();
        attach(name, new Attachment(tenure, entrances));
        return standIn;
    }

    private void attach(String name, Attachment fresh) {
        attachments.attach(name, fresh, memoization.invalidations());
        if (closed) {
            attachments.close();
        }
    }

    boolean detach(String name) {
        return attachments.detach(name, memoization.invalidations());
    }

    /** Of any method: all have one backend, whose marks they are. */
    void invalidateTags(List<String> tags) {
        Invalidations invalidations = memoization.invalidations();
        attachments.entrances().stream()
                .findFirst()
                .ifPresent(any ->
                        tags.forEach(tag -> invalidations.raise(any.method(), Mark.tag(tag), InvalidationMode.HARD)));
    }

    @Override
    public void close() {
        closed = true;
        attachments.close();
        try {
            memoization.close();
        } finally {
            closing.forEach(Runnable::run);
        }
    }
}
