package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.OwnLimits;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the tests of the contract have in common, and what a backend must say of itself.
 *
 * @param <V> the form of the values
 */
abstract class StoreBench<V> {
    static final String NAME = "books";
    static final String KEY = "4111-1111-1111-1111"; // secret: in no log
    static final String TAG = "tag";
    static final OwnLimits OWN = new OwnLimits(5, OwnLimits.NEVER);
    static final int MAXIMUM_ENTRIES = 100;

    private final ManualClock clock = new ManualClock();
    private @Nullable CacheBackend backend;
    private @Nullable Store<V> store;

    /**
     * A backend that nobody else uses, without entries, marks and leases, and whose time is {@link #time()}.
     *
     * @return is closed after the test
     */
    protected abstract CacheBackend backend();

    /**
     * Opens a namespace.
     *
     * @param opener what {@link #backend()} gave
     * @param namespace another one, or the same again
     * @return its store
     */
    protected abstract Store<V> open(CacheBackend opener, Namespace namespace);

    /**
     * Something to store.
     *
     * @param number another value for each number
     * @return equal at each call with the same number (arrays: with equal elements), and no whole number
     */
    protected abstract V value(int number);

    /**
     * Values of all kinds that the store takes.
     *
     * @return each equal to nothing but itself or a copy
     */
    protected List<V> values() {
        return List.of(value(1), value(2));
    }

    /**
     * The value null, in the form that the store is given it.
     *
     * @return null, or what stands for it
     */
    protected @Nullable V nullValue() {
        return null;
    }

    /**
     * A key that is made of several parts, as the store is given it.
     *
     * @param parts an object with value equality
     * @return itself; for a store of bytes its text
     */
    protected Object key(Object parts) {
        return parts;
    }

    /**
     * A whole number as the store keeps those that it increments.
     *
     * @param number its value
     * @return equal at each call with the same number
     */
    protected abstract V wholeNumber(long number);

    /**
     * A whole number of a smaller type, which an increment keeps as long as the number fits.
     *
     * @param number its value
     * @return null when the store knows one type of whole numbers
     */
    protected @Nullable V smallNumber(int number) {
        return null;
    }

    /**
     * What the store can do.
     *
     * @return as its backend says, unless something between them changes it
     */
    protected Set<CacheBackend.Capability> capabilities() {
        return opened().capabilities();
    }

    /**
     * The clock of the backend and of its callers.
     *
     * @return one that stands still, unless you have another
     */
    protected TimeSource time() {
        return clock;
    }

    /**
     * Lets time pass, for the backend too.
     *
     * @param time a few {@linkplain #unit() units}
     */
    protected void pass(Duration time) {
        clock.advance(time);
    }

    /**
     * The lives in these tests are a few of these; a thousandth of it must be of no account.
     *
     * @return as short as the store can tell apart with ease, if its time is real
     */
    protected Duration unit() {
        return Duration.ofSeconds(1);
    }

    /**
     * Makes the backend forget a mark, as want of room does. A backend that never forgets one does nothing.
     *
     * @param mark of a tag
     */
    protected void lose(Mark mark) {}

    /**
     * A value that the store does not take.
     *
     * @return null when it takes all
     */
    protected @Nullable V tooLarge() {
        return null;
    }

    /**
     * A version as the store gives it back with an entry.
     *
     * @param version that was stored
     * @return the same, unless the store keeps its text
     */
    protected Object storedVersion(Object version) {
        return version;
    }

    @BeforeEach
    final void openBackend() {
        backend = backend();
        store = open(NAME, "");
    }

    @AfterEach
    final void closeBackend() {
        opened().close();
    }

    final CacheBackend opened() {
        return Objects.requireNonNull(backend);
    }

    final Store<V> store() {
        return Objects.requireNonNull(store);
    }

    final Store<V> open(String name, String schema) {
        return open(opened(), new Namespace(name, schema, MAXIMUM_ENTRIES, StoreBench::text));
    }

    private static String text(Object key) {
        return key instanceof TaggedKey tagged ? text(tagged.key()) : key.toString();
    }

    final Duration units(int count) {
        return unit().multipliedBy(count);
    }

    final Entry<V> entry(int number, String... tags) {
        return Entry.of(value(number), time().nanos(), Set.of(tags));
    }

    final Entry<V> counter(long number) {
        return Entry.of(wholeNumber(number), time().nanos(), Set.of());
    }

    final void put(Object key, int number, String... tags) {
        assertThat(store().put(key, entry(number, tags), units(10))).isTrue();
    }

    final @Nullable Entry<V> read(Object key) {
        return store().read(key, time().nanos());
    }

    final Entry<V> found(Object key) {
        Entry<V> entry = read(key);
        assertThat(entry).as("entry of " + key).isNotNull();
        return Objects.requireNonNull(entry);
    }

    final void assertHolds(Object key, int number) {
        assertThat(found(key).value()).isEqualTo(value(number));
        assertThat(found(key).softlyInvalidated()).isFalse();
    }

    final void assertHoldsSoftly(Object key, int number) {
        assertThat(found(key).value()).isEqualTo(value(number));
        assertThat(found(key).softlyInvalidated()).isTrue();
    }

    /** Compares what a store tells of an entry; times may differ by the way they were measured. */
    final void assertSame(@Nullable Entry<V> entry, Entry<V> expected) {
        assertThat(entry).isNotNull();
        Entry<V> actual = Objects.requireNonNull(entry);
        assertThat(actual.value()).isEqualTo(expected.value());
        assertThat(Duration.ofNanos(actual.computedAt() - expected.computedAt()).abs())
                .isLessThan(unit());
        assertThat(actual.computationTime()).isEqualTo(expected.computationTime());
        assertThat(actual.version()).isEqualTo(expected.version());
        assertThat(actual.asOf()).isEqualTo(expected.asOf());
        assertThat(actual.tags()).isEqualTo(expected.tags());
        assertThat(actual.ownLimits()).isEqualTo(expected.ownLimits());
        assertThat(actual.softlyInvalidated()).isEqualTo(expected.softlyInvalidated());
    }

    final void assertHoldsNothing(Object key) {
        assertThat(read(key)).as("entry of " + key).isNull();
    }

    final LeaseAnswer<V> ask(Object key, boolean exclusive) {
        return store().lease(key, units(10), exclusive);
    }

    /** An exclusive lease. */
    final Lease lease(Object key) {
        return granted(ask(key, true));
    }

    /** One that does not exclude others. */
    final Lease sharedLease(Object key) {
        return granted(ask(key, false));
    }

    final Lease granted(LeaseAnswer<V> answer) {
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted<V>) answer).lease();
    }

    final void assertBusy(Object key) {
        assertThat(ask(key, true)).isInstanceOf(LeaseAnswer.Busy.class);
    }

    final boolean publish(Lease lease, int number, String... tags) {
        return store().publish(lease, entry(number, tags).asOf(lease.asOf()), units(10));
    }

    final void invalidateNamespace(InvalidationMode mode) {
        store().invalidate(Mark.namespace(NAME), mode);
    }

    final void invalidateTag(InvalidationMode mode) {
        store().invalidate(Mark.tag(TAG), mode);
    }
}
