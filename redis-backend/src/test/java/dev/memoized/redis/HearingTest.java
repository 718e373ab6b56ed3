package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers that are answered, and news that come or do not. */
class HearingTest {
    private final ManualClock clock = new ManualClock();
    private final List<Long> doubts = new ArrayList<>();
    private final Hearing hearing = new Hearing(clock, doubts::add);

    @BeforeEach
    void begin() {
        hearing.begin();
        hearing.told(10, hearing.beginning());
    }

    private void pass() {
        clock.advance(Duration.ofSeconds(1));
    }

    private void answered(long number) {
        hearing.told(number, hearing.beginning());
    }

    @Test
    void newsThatDoNotCome_areDoubtedAfterASecond() {
        answered(11);
        clock.advance(Duration.ofMillis(999));
        assertThat(doubts).isEmpty();

        clock.advance(Duration.ofMillis(1));

        assertThat(doubts).containsExactly(11L);
    }

    @Test
    void newsThatComeInTime_areNot() {
        answered(11);
        hearing.heard(11);
        answered(11);
        answered(12);
        hearing.heard(13);

        pass();

        assertThat(doubts).isEmpty();
    }

    /** What had happened before it began is no news. */
    @Test
    void firstAnswer_tellsWhereToBegin() {
        pass();

        assertThat(doubts).isEmpty();
    }

    /** Its number may be older than what was missed before the beginning. */
    @Test
    void answerToAQuestionFromBefore_tellsNothing() {
        long before = hearing.beginning();
        hearing.begin();
        hearing.told(11, before);
        answered(12);

        pass();

        assertThat(doubts).isEmpty();
    }

    @Test
    void doubtFromBefore_isForgotten() {
        answered(11);
        hearing.begin();

        pass();

        assertThat(doubts).isEmpty();
    }

    /** As when the number was lost, and is begun again: nobody has told of it. */
    @Test
    void numberThatWasMissed_isNotWaitedForAgain() {
        answered(11);
        pass();
        hearing.begin();
        answered(10);
        answered(11);
        pass();
        assertThat(doubts).containsExactly(11L);

        answered(12);
        pass();

        assertThat(doubts).containsExactly(11L, 12L);
    }

    @Test
    void nothing_isDoubtedBeforeAnybodyListens() {
        Hearing silent = new Hearing(clock, doubts::add);
        silent.told(1, silent.beginning());
        silent.told(2, silent.beginning());

        pass();

        assertThat(doubts).isEmpty();
    }
}
