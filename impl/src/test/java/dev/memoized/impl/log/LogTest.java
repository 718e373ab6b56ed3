package dev.memoized.impl.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.BackendException;
import dev.memoized.impl.engine.RenewalAstrayException;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final String CANARY = "4111-1111-1111-1111";

    @Test
    void once_warnsTheFirstTimeAndGoesOnAtDebug() {
        try (HeardLog heard = HeardLog.open()) {
            Log log = new Log();
            log.once(StoreMessage.STORE_FAILED, "a", new IllegalStateException());
            log.once(StoreMessage.STORE_FAILED, "a", new IllegalStateException());
            log.once(StoreMessage.STORE_FAILED, "b", new IllegalStateException());
            log.once(RuntimeMessage.REFRESH_FAILED, "a", new IllegalStateException());
            assertThat(heard.texts())
                    .hasSize(4)
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("WARNING MEMO0308 a:"),
                            second -> assertThat(second).startsWith("FINE MEMO0308 a:"),
                            third -> assertThat(third).startsWith("WARNING MEMO0308 b:"),
                            fourth -> assertThat(fourth).startsWith("WARNING MEMO0309 a:"));
        }
    }

    @Test
    void once_tellsClassAndPlaceOfAnExceptionAndNeverItsMessage() {
        try (HeardLog heard = HeardLog.open()) {
            Exception failure = new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
            failure.addSuppressed(new Exception(CANARY));
            new Log().once(StoreMessage.STORE_FAILED, "a", failure);
            Throwable bare = new Exception(CANARY, null, false, false) {
                private static final long serialVersionUID = 1L;
            };
            new Log().once(StoreMessage.STORE_FAILED, "b", bare);
            assertThat(heard.texts()).hasSize(2).noneMatch(text -> text.contains(CANARY));
            assertThat(heard.texts().get(0)).contains("java.lang.IllegalStateException at " + LogTest.class.getName());
            assertThat(heard.thrown()).isEmpty();
        }
    }

    @Test
    void once_tellsTheMessageOfOurOwnExceptionsOnly() {
        try (HeardLog heard = HeardLog.open()) {
            Exception foreign = new BackendException(CANARY, null);
            foreign.setStackTrace(new StackTraceElement[] {new StackTraceElement("com.acme.Shelf", "read", null, 1)});
            new Log().once(StoreMessage.STORE_FAILED, "a", foreign);
            new Log().once(RuntimeMessage.KEY_FAILED, "b", new RenewalAstrayException("names classes only", null));
            new Log().once(StoreMessage.STORE_FAILED, "c", new BackendException("says the cure", null));
            assertThat(heard.texts().get(0)).doesNotContain(CANARY).contains("BackendException at com.acme.Shelf.read");
            assertThat(heard.texts().get(1)).contains("names classes only");
            assertThat(heard.texts().get(2)).contains("says the cure");
        }
    }

    @Test
    void manySubjects_stopWarning() {
        try (HeardLog heard = HeardLog.open()) {
            Log log = new Log();
            for (int subject = 0; subject < 1_500; subject++) {
                log.once(StoreMessage.STORE_FAILED, "s" + subject, new IllegalStateException());
            }
            assertThat(heard.texts().stream().filter(text -> text.startsWith("WARNING")))
                    .hasSize(1_000);
        }
    }
}
