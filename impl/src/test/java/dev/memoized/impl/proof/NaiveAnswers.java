package dev.memoized.impl.proof;

import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.testing.RecordingListener;

/** How the calls of one method of a {@link NaiveMemoizing} end. */
record NaiveAnswers(String name, RecordingListener listener) {

    Object serve(Outcome outcome, Object value) throws Exception {
        listener.called(name, outcome, 0);
        return value instanceof NaiveRun.Failure remembered
                ? NaiveAnswers.<RuntimeException>raise(remembered.failure())
                : value;
    }

    @SuppressWarnings("unchecked") // nobody looks whether it is checked
    private static <T extends Throwable> Object raise(Throwable failure) throws T {
        throw (T) failure;
    }

    void without(Outcome outcome) {
        listener.called(name, outcome, -1);
    }

    void refreshed(RefreshEvent event) {
        listener.refreshed(name, event);
    }
}
