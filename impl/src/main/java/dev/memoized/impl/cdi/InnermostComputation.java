package dev.memoized.impl.cdi;

import dev.memoized.CurrentComputation;
import dev.memoized.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The innermost computation on the thread of the caller, as a bean. */
@ApplicationScoped
public class InnermostComputation implements CurrentComputation {
    private @Nullable MemoizedApplication application;

    @Inject
    void open(MemoizedApplication theApplication) {
        application = theApplication;
    }

    private CurrentComputation current() {
        return Objects.requireNonNull(application).currentComputation();
    }

    @Override
    public void expireAfter(Duration age) {
        current().expireAfter(age);
    }

    @Override
    public void refreshAfter(Duration age) {
        current().refreshAfter(age);
    }

    @Override
    public void doNotStore() {
        current().doNotStore();
    }

    @Override
    public void tag(String... tags) {
        current().tag(tags);
    }

    @Override
    public Optional<Remembered<Object>> remembered() {
        return current().remembered();
    }

    @Override
    public void notModified() {
        current().notModified();
    }
}
