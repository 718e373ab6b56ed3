package dev.memoized.tck.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.tck.Deployment;
import dev.memoized.tck.TestContainer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is allowed, and probably a mistake, is told once when the deployment starts. */
@Timeout(60)
class AdviceTest {

    /** A bean that can be advised. */
    @ApplicationScoped
    public static class Advised {
        @Memoized(refreshAfter = "59m", expireAfter = "1h")
        public String title(String id, Instant now) {
            return id;
        }
    }

    /** A bean that cannot. */
    @ApplicationScoped
    public static class Blameless {
        @Memoized(refreshAfter = "1m", expireAfter = "1h")
        public String title(String id) {
            return id;
        }
    }

    private static final class Heard extends Handler {
        private final List<String> advice = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord told) {
            if (String.valueOf(told.getMessage()).startsWith("MEMO038")) {
                advice.add(told.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void likely_mistakes_are_told_once_at_the_start() {
        Logger logger = Logger.getLogger("dev.memoized");
        Heard heard = new Heard();
        logger.addHandler(heard);
        try (TestContainer.Running running =
                TestContainer.find().start(Deployment.of(Advised.class, Blameless.class))) {
            Advised advised = running.get(Advised.class);
            assertThat(advised.title("a", Instant.EPOCH)).isEqualTo(advised.title("a", Instant.EPOCH));
        } finally {
            logger.removeHandler(heard);
        }
        assertThat(heard.advice)
                .hasSize(2)
                .allMatch(advice -> advice.contains("Advised#title(String, Instant)"))
                .anyMatch(advice -> advice.startsWith("MEMO0382 "))
                .anyMatch(advice -> advice.startsWith("MEMO0381 "));
    }
}
