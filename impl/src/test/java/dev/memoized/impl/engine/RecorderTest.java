package dev.memoized.impl.engine;

import static dev.memoized.Outcome.COMPUTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.EntryException;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.testing.Callers;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A handle is made of a call that is not made. */
@Timeout(60)
class RecorderTest {
    private final AtomicInteger computations = new AtomicInteger();
    private final Rig rig = Rig.create();
    private final Rigged method =
            rig.plain(Terms.standard(), arguments -> arguments[0] + "#" + computations.incrementAndGet());
    private final MemoizedMethods memoized = method.memoized();

    private static void assertRefused(Callable<?> call, String id) {
        assertThatThrownBy(call::call).isInstanceOf(EntryException.class).hasMessageStartingWith(id);
    }

    @Test
    void recorded_call_returns_nothing_and_computes_nothing() {
        AtomicInteger returned = new AtomicInteger();
        memoized.entry(() -> {
            Object result = method.call("k");
            returned.addAndGet(result == null ? 1 : 2);
            return result;
        });
        assertThat(returned).hasValue(1);
        assertThat(computations).hasValue(0);
        assertThat(rig.listener().outcomes()).isEmpty();
    }

    @Test
    void call_of_nothing_is_refused() {
        assertRefused(() -> memoized.entry(() -> "k"), "MEMO0360");
    }

    @Test
    void two_calls_are_refused() {
        assertRefused(
                () -> memoized.entry(() -> {
                    method.call("k");
                    return method.call("l");
                }),
                "MEMO0361 2 memoized calls");
    }

    @Test
    void failure_by_the_missing_result_says_what_to_do() {
        assertThatThrownBy(() -> memoized.entry(() -> method.call("k").toString()))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0362")
                .hasMessageEndingWith("Return the call's own result.")
                .hasCauseInstanceOf(NullPointerException.class);
    }

    @Test
    void failure_before_the_call_is_passed_on() {
        Exception denied = new Exception("denied");
        assertThatThrownBy(() -> memoized.entry(() -> {
                    throw denied;
                }))
                .isSameAs(denied);
    }

    @Test
    void stage_is_refused_where_a_value_is_expected_and_the_other_way_round() {
        Rigged stage = method.stageBeside("stage", Terms.standard(), arguments -> "never");
        assertRefused(() -> memoized.entry(() -> stage.call("k")), "MEMO0363");
        assertRefused(() -> memoized.entryAsync(() -> stageOf(method.call("k"))), "MEMO0363");
    }

    @SuppressWarnings("unchecked")
    private static CompletionStage<Object> stageOf(Object result) {
        return (CompletionStage<Object>) result;
    }

    @Test
    void nothing_is_left_behind_by_a_refusal() throws Exception {
        assertRefused(() -> memoized.entry(() -> method.call("k").toString()), "MEMO0362");
        assertThat(method.call("k")).isEqualTo("k#1");
        assertThat(rig.listener().outcomes()).containsExactly(COMPUTED);
    }

    @Test
    void handle_made_while_a_call_is_recorded_disturbs_nothing() {
        MemoizedEntry<Object> outer = memoized.entry(() -> {
            memoized.entry(() -> method.call("inner"));
            return method.call("outer");
        });
        outer.put("value");
        assertThat(memoized.entry(() -> method.call("outer")).contains()).isTrue();
        assertThat(memoized.entry(() -> method.call("inner")).contains()).isFalse();
    }

    @Test
    void other_threads_calls_are_made_meanwhile() {
        memoized.entry(() -> {
            try (Callers<Object> other = Callers.start(1, number -> method.call("k"))) {
                assertThat(other.values()).isEqualTo(List.of("k#1"));
            }
            return method.call("k");
        });
        assertThat(computations).hasValue(1);
    }

    @Test
    void handle_keeps_the_arguments_that_it_was_made_with() {
        Object[] arguments = {"k"};
        MemoizedEntry<Object> entry = memoized.entry(() -> method.call(arguments));
        arguments[0] = "l";
        assertThatCode(entry::refreshNow).doesNotThrowAnyException();
        assertThat(entry.lookup().orElseThrow().value()).isEqualTo("k#1");
    }

    @Test
    void key_that_cannot_be_made_is_told() {
        assertRefused(() -> memoized.entry(() -> method.call(new Object())), "MEMO0367");
    }
}
