package dev.memoized.infinispan;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.infinispan.commons.IllegalLifecycleStateException;
import org.infinispan.partitionhandling.AvailabilityException;

/** What may be said of a failure: never what Infinispan says, which quotes keys. */
enum Trouble {
    UNAVAILABLE("this member is of a minority, or too many have left at once (AvailabilityException)"),
    LATE("another member did not answer, or a key was locked for too long; see remote-timeout of the cache"),
    STOPPED("the cache, or its container, was stopped"),
    OTHER("Infinispan refuses");

    private final String text;

    Trouble(String text) {
        this.text = text;
    }

    /** Makes an exception of ours of any that is none. */
    static RuntimeException said(RuntimeException failure) {
        return failure instanceof MemoizedException ? failure : of(failure).exception(failure);
    }

    private BackendException exception(RuntimeException failure) {
        return new BackendException(
                this == OTHER ? text + ": " + failure.getClass().getName() : text, null);
    }

    private static Trouble of(RuntimeException failure) {
        List<Throwable> all = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        if (all.stream().anyMatch(AvailabilityException.class::isInstance)) {
            return UNAVAILABLE;
        }
        if (all.stream().anyMatch(Trouble::isLate)) {
            return LATE;
        }
        return all.stream().anyMatch(IllegalLifecycleStateException.class::isInstance) ? STOPPED : OTHER;
    }

    private static boolean isLate(Throwable failure) {
        return failure instanceof TimeoutException || failure instanceof org.infinispan.commons.TimeoutException;
    }
}
