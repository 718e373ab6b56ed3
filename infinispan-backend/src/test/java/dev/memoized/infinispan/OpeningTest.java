package dev.memoized.infinispan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.spi.TimeSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningTest {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.local();

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicBoolean fails = new AtomicBoolean(true);
    private final Opening opening =
            new Opening(new Names("opening"), new Counted(), any -> election(), TimeSource.ofMachine());

    private final class Counted implements Opening.Source {
        @Override
        public Caches open() {
            opened.incrementAndGet();
            return CLUSTER.caches(0);
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    private Election election() {
        if (fails.get()) {
            throw new IllegalStateException("no election");
        }
        return Election.NONE;
    }

    @Test
    void beginningThatFails_stopsWhatItHasStarted_andIsTriedAgain() {
        assertThatThrownBy(opening::shared).hasMessage("no election");
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
}
