package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.testing.FlawedClass;
import dev.memoized.testing.ManualClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who needs marks while others ask for them. */
@Timeout(120)
class QuestionsTest {
    @TempDir
    Path folder;

    private final ManualClock clock = new ManualClock();
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Questions questions = new Questions(this::answer, clock);

    /** One that waits for its answer. */
    private record Asked(List<String> marks, CompletableFuture<String> number) {}

    /** The number, and each mark's own name with it. */
    private List<byte @Nullable []> answer(List<byte[]> marks) {
        Asked one = new Asked(marks.stream().map(Names::text).toList(), new CompletableFuture<>());
        asked.add(one);
        String number = join(one.number);
        List<byte @Nullable []> all = new ArrayList<>();
        all.add(bytes(number));
        one.marks.forEach(mark -> all.add(mark.equals("lost") ? null : bytes(mark + number)));
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(US_ASCII);
    }

    private static String join(CompletableFuture<String> number) {
        try {
            return number.get(30, TimeUnit.SECONDS);
        } catch (Exception failure) {
            throw new BackendException("not answered", failure);
        }
    }

    private CompletableFuture<List<@Nullable String>> reader(String... marks) {
        CompletableFuture<List<@Nullable String>> found = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                found.complete(ask(marks));
            } catch (RuntimeException failure) {
                found.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return found;
    }

    private List<@Nullable String> ask(String... marks) {
        List<@Nullable String> texts = new ArrayList<>();
        questions
                .ask(Arrays.stream(marks).map(QuestionsTest::bytes).toList())
                .forEach(each -> texts.add(each == null ? null : new String(each, US_ASCII)));
        return texts;
    }

    private Asked next() throws InterruptedException {
        Asked next = asked.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void manyReadersAfterAnInvalidation_askOnce_andNobodyJoinsWhatHadBegunBefore() {
        assertThat(new CrowdedMarks().apply(Duration.ofSeconds(30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Question fresh = next == null ? new Question() : next;"
                        + " | Question fresh = running != null ? running : next == null ? new Question() : next;",
                "if (running != null) { | if (false) {",
                "next = null; | ''",
            })
    void questionsThatAreJoinedWrongly_areFound(String right, String wrong) throws Exception {
        Function<Duration, List<String>> flawed =
                FlawedClass.around(CrowdedMarks.class, folder, "Questions", right, wrong);

        assertThat(flawed.apply(Duration.ofSeconds(2))).isNotEmpty();
    }

    @Test
    void readersOfOneQuestion_getTheirOwnMarks() throws Exception {
        var first = reader("a");
        Asked running = next();
        var second = reader("b", "c");
        clock.awaitWaiters(1);
        var third = reader("lost", "b");
        clock.awaitWaiters(2);

        running.number.complete("1");
        Asked joined = next();
        assertThat(joined.marks).containsExactlyInAnyOrder("b", "c", "lost");
        joined.number.complete("2");

        assertThat(first.get()).containsExactly("1", "a1");
        assertThat(second.get()).containsExactly("2", "b2", "c2");
        assertThat(third.get()).containsExactly("2", null, "b2");
    }

    @Test
    void questionThatFails_failsItsOwnReadersOnly() throws Exception {
        var first = reader("a");
        Asked running = next();
        var second = reader("b");
        clock.awaitWaiters(1);

        running.number.completeExceptionally(new IllegalStateException("gone"));
        next().number.complete("2");

        assertThatThrownBy(first::get).hasRootCauseMessage("gone");
        assertThat(second.get()).containsExactly("2", "b2");
    }

    @Test
    void failureOfAQuestion_isToldToAllWhoJoinedIt() throws Exception {
        var first = reader("a");
        Asked running = next();
        var others = List.of(reader("b"), reader("b"));
        clock.awaitWaiters(2);
        running.number.complete("1");
        Asked joined = next();
        clock.awaitWaiters(1);

        joined.number.completeExceptionally(new IllegalStateException("gone"));

        assertThat(first.get()).containsExactly("1", "a1");
        others.forEach(each -> assertThatThrownBy(each::get).hasCauseInstanceOf(BackendException.class));
        var later = reader("c");
        next().number.complete("3");
        assertThat(later.get()).containsExactly("3", "c3");
    }

    /** A reader whose time is up; what it needed is asked for all the same, by whom comes next. */
    @Test
    void readerThatDoesNotWaitAnyLonger_holdsUpNobody() throws Exception {
        var first = reader("a");
        Asked running = next();
        var second = reader("b");
        clock.awaitWaiters(1);
        clock.advance(Duration.ofMinutes(1));
        assertThatThrownBy(second::get).hasCauseInstanceOf(BackendException.class);
        running.number.complete("1");
        assertThat(first.get()).containsExactly("1", "a1");

        var third = reader("c");
        next().number.complete("2");

        assertThat(third.get()).containsExactly("2", "c2");
    }

    @Test
    void readerAfterAThousandMarks_asksAlone() throws Exception {
        var first = reader("a");
        Asked running = next();
        String[] many = new String[1_000];
        Arrays.setAll(many, number -> "m" + number);
        var second = reader(many);
        clock.awaitWaiters(1);

        var third = reader("b");
        next().number.complete("9");

        assertThat(third.get()).containsExactly("9", "b9");
        running.number.complete("1");
        next().number.complete("2");
        assertThat(second.get()).hasSize(1_001);
        assertThat(first).isDone();
    }
}
