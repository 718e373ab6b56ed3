package dev.memoized.cells;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LeasingTest {
    private static final Namespace BOOKS = new Namespace("books", "", 10, Object::toString);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ManualClock clock = new ManualClock();
    private final Names names = new Names("leasing");
    private final Memory memory = new Memory(true);
    private final String cell = names.cell("key", BOOKS);
    private Store<byte[]> store;

    @BeforeEach
    void open() {
        store = new CellBackend(names, memory.source(), clock, Set.of()).open(BOOKS);
    }

    private Lease lease() {
        return ((LeaseAnswer.Granted<byte[]>) store.lease("key", HOUR, true)).lease();
    }

    @Test
    void leaseThatNobodyGot_keepsNobodyWaiting() {
        store.release(lease());
        memory.tearsAt(cell);
        assertThatThrownBy(this::lease).hasMessage("torn");
        memory.mend();
        assertThat(store.lease("key", HOUR, true)).isInstanceOf(LeaseAnswer.Granted.class);
    }

    @Test
    void entryThatIsOver_isNotKeptForEverByAReleasedLease() {
        store.put("key", Entry.of("value".getBytes(UTF_8), clock.nanos(), Set.of()), MINUTE);
        Lease lease = lease();
        clock.advance(MINUTE.multipliedBy(10));
        store.release(lease);
        assertThat(memory.lifeOf(cell)).isBetween(0L, HOUR.toMillis());
    }

    /** Others may know of a merge before this member is told. */
    @Test
    void entryOfAnEarlierEra_isNothing_toTheReadThatLearnsOfTheNext() {
        store.put("key", Entry.of("old".getBytes(UTF_8), clock.nanos(), Set.of()), MINUTE);
        assertThat(store.read("key", clock.nanos())).isNotNull();
        memory.write(names.number(), "9 1");
        assertThat(store.read("key", clock.nanos())).isNull();
    }

    @Test
    void whoIsInterruptedWhileTheGroundIsAsked_isToldSo() {
        lease();
        memory.interrupts();
        assertThatThrownBy(() -> store.awaitChange("key", MINUTE)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
        assertThatThrownBy(() -> store.read("key", clock.nanos())).isInstanceOf(BackendException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void lossOfAMark_endsTheLeasesOfBefore_andNoLaterOne() {
        Lease before = lease();
        String mark = names.mark(Mark.namespace("books"));
        memory.remove(mark);
        Consumer<byte[]> question = memory.question(mark);
        Consumer<byte[]> late = memory.question(mark);
        question.accept(null);
        assertThat(before.isVoid()).isTrue();

        Lease later = lease();
        late.accept(null);
        assertThat(later.isVoid()).isFalse();
    }
}
