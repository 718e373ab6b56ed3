package dev.memoized.impl.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.log.HeardLog;
import jakarta.enterprise.concurrent.ContextService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server's executor carries the submitter over: what is run by it must not see who that was. */
class DefaultManagedExecutorTest {
    private final TestNames names = TestNames.open();
    private final DefaultManagedExecutor executor = new DefaultManagedExecutor();
    private String caller = "nobody";

    @AfterEach
    void close() {
        names.close();
    }

    /** Captures who calls, and runs what it is given as if that one did. */
    private Object contextual(Object inside) {
        String captured = caller;
        return (Executor) task -> {
            String before = caller;
            caller = captured;
            ((Executor) inside).execute(task);
            caller = before;
        };
    }

    @Test
    void task_isRunByTheServer_inTheContextOfTheStart() {
        List<String> seen = new ArrayList<>();
        names.bind(
                "java:comp/DefaultContextService",
                TestNames.fake(ContextService.class, "createContextualProxy", this::contextual));
        names.bind("java:comp/DefaultManagedExecutorService", (Executor) task -> {
            seen.add("server");
            task.run();
        });
        executor.start("application");
        caller = "alice";
        executor.find().orElseThrow().execute(() -> seen.add(caller));
        assertThat(seen).containsExactly("server", "nobody");
        assertThat(caller).isEqualTo("alice");
    }

    @Test
    void executorWithoutContexts_isNotUsed() {
        names.bind("java:comp/DefaultManagedExecutorService", (Executor) Runnable::run);
        executor.start("application");
        assertThat(executor.find()).isEmpty();
    }

    @Test
    void contextThatCannotBeKept_doesNotFailTheStart() {
        names.bind(
                "java:comp/DefaultContextService",
                TestNames.fake(ContextService.class, "createContextualProxy", inside -> {
                    throw new IllegalStateException("not now");
                }));
        names.bind("java:comp/DefaultManagedExecutorService", (Executor) Runnable::run);
        try (HeardLog heard = HeardLog.open()) {
            executor.start("application");
            assertThat(heard.texts()).anyMatch(text -> text.contains("MEMO0378"));
        }
        assertThat(executor.find()).isEmpty();
    }

    @Test
    void executor_ofWhichTheStartWasMissed_isNotUsed() {
        assertThat(executor.find()).isEmpty();
    }
}
