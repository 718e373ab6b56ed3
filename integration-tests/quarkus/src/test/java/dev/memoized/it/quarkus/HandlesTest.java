package dev.memoized.it.quarkus;

import static dev.memoized.Outcome.FRESH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.MethodDescription;
import dev.memoized.testing.RecordingListener;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The application knows its methods, although its beans were put together by a build; and gives handles of their calls. */
@QuarkusTest
@Timeout(60)
class HandlesTest {
    private final String key = UUID.randomUUID().toString();

    @Inject
    Workshop workshop;

    @Inject
    InRequest inRequest;

    @Inject
    MemoizedMethods memoized;

    @Inject
    RecordingListener listener;

    @Inject
    Journal journal;

    @BeforeEach
    void forget() {
        listener.clear();
        journal.take();
    }

    @Test
    void methods_of_all_beans_are_known_in_the_order_of_their_names() {
        assertThat(memoized.methods())
                .extracting(MethodDescription::beanClass)
                .contains(Catalogue.class, Fibonacci.class, Greeter.class, InRequest.class, Workshop.class);
        assertThat(memoized.methods()).extracting(MethodDescription::name).isSorted();
    }

    @Test
    void recorded_call_runs_neither_body_nor_inner_interceptors() {
        MemoizedEntry<String> entry = memoized.entry(() -> workshop.work(key));
        assertThat(journal.take()).containsExactly("outer in", "outer out");
        entry.put("mine");
        assertThat(workshop.work(key)).isEqualTo("mine");
        assertThat(listener.outcomes()).containsExactly(FRESH);
    }

    @Test
    void refreshing_runs_in_a_request_of_its_own() throws Exception {
        MemoizedEntry<Integer> entry = Request.in(() -> memoized.entry(() -> inRequest.answer(key)));
        int computed = entry.refreshNow();
        assertThat(journal.takeWith(computed + " is destroyed")).contains(computed + " computes " + key);
        assertThat(Request.in(() -> inRequest.answer(key))).isEqualTo(computed);
    }

    @Test
    void handle_by_name_reaches_the_bean() throws Exception {
        assertThat(memoized.entry("fibonacci", 30).refreshNow()).isEqualTo(832_040L);
        assertThat(memoized.entry("fibonacci", 30).contains()).isTrue();
        memoized.clear("fibonacci");
        assertThat(memoized.entry("fibonacci", 30).contains()).isFalse();
    }
}
