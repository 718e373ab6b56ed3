package dev.memoized.impl.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.backend.Flaw;
import dev.memoized.impl.backend.Killed;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.ManualClock;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Want of room, and what many keys leave behind. */
public class LocalBoundsTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int MAXIMUM = 100;
    private static final int TAGS = 50;
    private static final int MANY = 20_000;

    private final ManualClock clock = new ManualClock();
    private final LocalBackend backend = new LocalBackend(clock, TAGS);
    private final LocalStore store = (LocalStore) backend.open(new Namespace("books", "", MAXIMUM, Object::toString));

    /** What could be wrong. */
    public static List<Killed> flaws() {
        return List.of(
                killed(
                        "a lease that has ended leaves its place",
                        "Turn",
                        "            slots.remove(key);\n",
                        "",
                        "C60_manyKeysFromOutside_leaveNothingBesideTheBound"),
                killed(
                        "any number of entries is kept",
                        "CaffeineShelf",
                        "                .maximumSize(maximum)\n",
                        "                .maximumSize(maximum * 1_000)\n",
                        "C60_manyKeysFromOutside_leaveNothingBesideTheBound"),
                killed(
                        "each tag that was ever invalidated is remembered",
                        "Marks",
                        "oldestFirst.size() > maximumTags",
                        "oldestFirst.isEmpty()",
                        "C60_manyKeysFromOutside_leaveNothingBesideTheBound"),
                killed(
                        "what was evicted is not stored again",
                        "LocalStore",
                        "if (closed || !turn.isOut(own)",
                        "if (shelf.get(own.key()) == null || closed || !turn.isOut(own)",
                        "C13_evictedBetweenLeaseAndPublish_isStoredAnew"),
                killed(
                        "what was evicted is stored without a lease",
                        "LocalStore",
                        "if (closed || !turn.isOut(own)",
                        "if (closed || shelf.get(own.key()) != null && !turn.isOut(own)",
                        "C13_evictedAndInvalidatedBetweenLeaseAndPublish_isNotStored"));
    }

    private static Killed killed(String name, String type, String right, String wrong, String method) {
        return new Killed(new Flaw(name, type, right, wrong), LocalBoundsTest.class, method);
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void flaw_isFound(Killed flaw, @TempDir Path folder) throws Exception {
        flaw.check(folder);
    }

    @AfterEach
    void close() {
        backend.close();
    }

    private static Entry<Object> entry(Object value) {
        return Entry.of(value, 0, Set.of());
    }

    private Lease lease(Object key) {
        return ((LeaseAnswer.Granted<Object>) store.lease(key, LIFE, true)).lease();
    }

    private void fillUp() {
        IntStream.range(0, MAXIMUM * 10).forEach(number -> store.put(number, entry(number), LIFE));
        assertThat(store.read("k", clock.nanos())).as("evicted").isNull();
    }

    @Test
    void C13_evictedBetweenLeaseAndPublish_isStoredAnew() {
        store.put("k", entry("old"), LIFE);
        Lease lease = lease("k");
        fillUp();
        assertThat(store.publish(lease, entry("new"), LIFE)).isTrue();
        Entry<Object> stored = store.read("k", clock.nanos());
        assertThat(stored).isNotNull();
        assertThat(stored.value()).isEqualTo("new");
        assertThat(stored.asOf()).isEqualTo(lease.asOf());
    }

    @Test
    void C13_evictedAndInvalidatedBetweenLeaseAndPublish_isNotStored() {
        store.put("k", entry("old"), LIFE);
        Lease lease = lease("k");
        fillUp();
        store.invalidate("k");
        assertThat(store.publish(lease, entry("old"), LIFE)).isFalse();
        assertThat(store.read("k", clock.nanos())).isNull();
    }

    @Test
    void C60_manyKeysFromOutside_leaveNothingBesideTheBound() throws Exception {
        for (int number = 0; number < MANY; number++) {
            useOnce("user-" + number);
        }
        assertThat(store.stats().entries()).isLessThanOrEqualTo(MAXIMUM);
        assertThat(store.leased()).isZero();
        Marks marks = backend.scope("books").all();
        for (Field field : Marks.class.getDeclaredFields()) {
            field.setAccessible(true);
            assertThat(size(field.get(marks))).as(field.getName()).isLessThanOrEqualTo(TAGS);
        }
    }

    private void useOnce(String key) {
        TaggedKey tagged = new TaggedKey(key, Set.of("tag-" + key), Set.of(Mark.group("books", key)));
        store.publish(lease(tagged), entry(key), LIFE);
        store.release(lease(tagged));
        store.read(tagged, clock.nanos());
        store.touch(tagged, LIFE);
        store.invalidate(Mark.tag("tag-" + key), InvalidationMode.SOFT);
        if (key.hashCode() % 2 == 0) {
            store.invalidate(tagged);
        }
    }

    private static int size(Object of) {
        if (of instanceof Map<?, ?> map) {
            return map.size();
        }
        return of instanceof Collection<?> some ? some.size() : 0;
    }
}
