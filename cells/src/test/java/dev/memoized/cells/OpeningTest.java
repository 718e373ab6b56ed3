package dev.memoized.cells;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.spi.TimeSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicBoolean fails = new AtomicBoolean(true);
    private final Opening opening = new Opening(new Names("opening"), new Counted(), TimeSource.ofMachine());

    private final class Counted implements Source {
        @Override
        public Ground open() {
            opened.incrementAndGet();
            if (fails.get()) {
                throw new IllegalStateException("no ground");
            }
            return new Memory(false).ground();
        }

        @Override
        public RuntimeException said(RuntimeException failure) {
            return new IllegalArgumentException("said", failure);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    @Test
    void beginningThatFails_stopsWhatItHasStarted_andIsTriedAgain() {
        assertThatThrownBy(opening::shared).hasMessage("no ground");
        assertThat(closed).hasValue(1);

        fails.set(false);
        assertThat(opening.shared()).isSameAs(opening.shared());
        assertThat(opened).hasValue(2);
        opening.close();
        opening.close();
        assertThat(closed).hasValue(2);
    }

    @Test
    void backendThatWasNeverUsed_startsNothing_andIsClosed() {
        opening.close();
        assertThat(opened).hasValue(0);
        assertThat(closed).hasValue(1);
    }

    @Test
    void failure_isSaidInWordsOfTheSource() {
        assertThatThrownBy(() -> opening.in(Shared::era)).hasMessage("said").hasRootCauseMessage("no ground");
    }
}
