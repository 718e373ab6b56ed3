package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ChildJvmTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    @Test
    void child_runs_main_with_its_arguments_and_options() {
        try (ChildJvm child = ChildJvm.start(List.of("-Xmx32m", "-Dtold=this"), Talker.class, "one", "two words")) {
            assertThat(child.await("ready")).isEqualTo("ready one,two words");
            child.send("property");
            assertThat(child.await("property")).isEqualTo("property this");
            child.send("heap");
            assertThat(Long.parseLong(child.await("heap").substring(5))).isLessThan(40_000_000);
        }
    }

    @Test
    void lines_are_awaited_in_their_order_and_others_passed_over() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.send("one");
            child.send("two");
            child.send("three");
            assertThat(child.await("heard two")).isEqualTo("heard two");
            assertThat(child.await("heard")).isEqualTo("heard three");
            assertThatThrownBy(() -> child.await("heard one", SHORT))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no line \"heard one\"")
                    .hasMessageContaining("Talker (" + child.pid() + ") lives")
                    .hasMessageContaining("heard three");
        }
    }

    @Test
    void deeds_are_done_at_once_and_answered_by_their_numbers() {
        try (ChildJvm child = ChildJvm.start(Servant.class)) {
            child.await("ready");
            int waiting = child.tell("wait for me");
            assertThat(child.answer(child.tell("let"), Rendezvous.LIMIT)).isEqualTo("let");
            assertThat(child.answer(waiting, Rendezvous.LIMIT)).isEqualTo("wait+for+me");
            assertThat(child.answer(child.tell("fly"), Rendezvous.LIMIT))
                    .isEqualTo("failed java.lang.IllegalArgumentException: fly");
        }
    }

    @Test
    void deeds_may_be_answered_in_any_order() {
        try (ChildJvm child = ChildJvm.start(Servant.class)) {
            child.await("ready");
            int waiting = child.tell("wait for me");
            int letting = child.tell("let");
            assertThat(child.answer(waiting, Rendezvous.LIMIT)).isEqualTo("wait+for+me");
            assertThat(child.answer(letting, Rendezvous.LIMIT)).isEqualTo("let");
            int first = child.tell("let");
            int second = child.tell("let");
            assertThat(child.answer(second, Rendezvous.LIMIT)).isEqualTo("let");
            assertThat(child.answer(first, Rendezvous.LIMIT)).isEqualTo("let");
        }
    }

    @Test
    void paused_child_does_nothing_until_it_is_resumed() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.await("ready");
            child.pause();
            child.send("word");
            assertThatThrownBy(() -> child.await("heard", Duration.ofMillis(200)))
                    .isInstanceOf(AssertionError.class);
            assertThat(child.isAlive()).isTrue();
            child.resume();
            assertThat(child.await("heard")).isEqualTo("heard word");
        }
    }

    @Test
    void killed_child_has_ended_and_says_no_farewell() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.await("ready");
            child.kill();
            assertThat(child.isAlive()).isFalse();
            assertThat(child.awaitEnd()).isEqualTo(128 + 9);
            assertThatThrownBy(() -> child.await("told no more"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("has ended with 137");
        }
    }

    @Test
    void paused_child_can_be_killed() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.await("ready");
            child.pause();
            child.kill();
            assertThat(child.isAlive()).isFalse();
            assertThatThrownBy(child::pause).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void child_that_leaves_is_told_by_its_code() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.send("leave");
            assertThat(child.awaitEnd()).isEqualTo(3);
            assertThatThrownBy(() -> {
                        child.send("word");
                        child.send("word");
                    })
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("has ended with 3");
        }
    }

    @Test
    void failure_of_the_child_is_in_the_message_with_what_it_complained_about() {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.send("complain");
            child.send("fail");
            assertThat(child.awaitEnd()).isOne();
            assertThatThrownBy(() -> child.await("heard"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("a complaint")
                    .hasMessageContaining("IllegalStateException: told to fail");
        }
    }

    @Test
    void closed_child_has_ended_and_leaves_no_thread() {
        ChildJvm child = ChildJvm.start(Talker.class);
        child.await("ready");
        child.close();
        child.close();
        assertThat(child.isAlive()).isFalse();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("Talker " + child.pid()));
    }

    @Test
    void close_ends_what_the_child_has_started() throws Exception {
        ChildJvm child = ChildJvm.start(Talker.class);
        child.send("start another");
        ProcessHandle grandchild = started(child);
        child.close();
        assertThat(grandchild.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
    }

    /** As if the JVM of a test were killed. */
    @Test
    void child_of_a_killed_jvm_ends_by_itself() throws Exception {
        try (ChildJvm child = ChildJvm.start(Talker.class)) {
            child.send("start another");
            ProcessHandle grandchild = started(child);
            child.kill();
            assertThat(grandchild.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    private static ProcessHandle started(ChildJvm child) {
        long pid = Long.parseLong(child.await("started").substring("started ".length()));
        return ProcessHandle.of(pid).orElseThrow();
    }
}
