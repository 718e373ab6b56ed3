package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Answers that are overtaken on their way. */
class HeldMarksTest {
    private static final byte[] MARK = "mark".getBytes(US_ASCII);

    private final ManualClock clock = new ManualClock();
    private final Deque<Supplier<String>> answers = new ArrayDeque<>();
    private final HeldMarks marks = new HeldMarks(
            wanted -> {
                String number = answers.remove().get();
                return List.of(number.getBytes(US_ASCII), (number + " 0").getBytes(US_ASCII));
            },
            clock);

    private HeldMarks.Known known(Currency currency) {
        return marks.known(List.of(MARK), currency);
    }

    private static long hard(HeldMarks.Known known) {
        return known.all().hard();
    }

    /** A value with the later number and the earlier level would outlive the mark. */
    @Test
    void answerThatAMarkOvertakes_keepsItsNumber_andIsNotHeld() {
        answers.add(() -> {
            marks.raised("mark", 11);
            return "10";
        });
        answers.add(() -> "11");

        HeldMarks.Known overtaken = known(Currency.NOW);

        assertThat(overtaken.number()).isEqualTo(10);
        assertThat(hard(overtaken)).isEqualTo(10);
        assertThat(marks.isKnownBy(10)).isFalse();
        assertThat(hard(known(Currency.RECENT))).isEqualTo(11);
    }

    @Test
    void answerThatALaterOneOvertakes_takesNothingBack() {
        answers.add(() -> {
            assertThat(hard(known(Currency.NOW))).isEqualTo(20);
            return "10";
        });
        answers.add(() -> "20");
        assertThat(known(Currency.NOW).number()).isEqualTo(10);

        HeldMarks.Known now = known(Currency.RECENT);

        assertThat(now.number()).isEqualTo(20);
        assertThat(hard(now)).isEqualTo(20);
    }

    /** Of a server that has lost all, and whose clock is behind. */
    @Test
    void numberThatIsLower_isTaken() {
        answers.add(() -> "20");
        answers.add(() -> "10");
        known(Currency.NOW);

        assertThat(known(Currency.NOW).number()).isEqualTo(10);
        assertThat(known(Currency.RECENT).number()).isEqualTo(10);
    }

    @Test
    void mark_isHeldForASecond_andOneAsksBefore() {
        answers.add(() -> "10");
        answers.add(() -> "20");
        known(Currency.NOW);
        clock.advance(Duration.ofMillis(750));
        assertThat(hard(known(Currency.RECENT))).isEqualTo(10);
        clock.advance(Duration.ofMillis(1));

        assertThat(hard(known(Currency.RECENT))).isEqualTo(20);
        assertThat(answers).isEmpty();
    }

    @Test
    void markOfAnyAge_isEnoughForWhatBearsANumber() {
        answers.add(() -> "10");
        known(Currency.EVER);
        clock.advance(Duration.ofDays(1));

        assertThat(hard(known(Currency.EVER))).isEqualTo(10);
    }
}
