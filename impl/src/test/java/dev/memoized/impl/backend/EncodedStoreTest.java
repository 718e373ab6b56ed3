package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.impl.backend.EncodedStore.Numbers;
import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.key.CanonicalForm;
import dev.memoized.impl.key.StoredVersion;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.OwnLimits;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncodedStoreTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int LIMIT = 1_000;

    private final ManualClock clock = new ManualClock();
    private final MemoryByteBackend backend = new MemoryByteBackend(clock, 10 * LIMIT);
    private final Namespace namespace = namespace("books", "");
    private final Store<Object> store = open(namespace, Object.class, Numbers.COUNTED);

    private static Namespace namespace(String name, String schema) {
        return new Namespace(name, schema, 100, new CanonicalForm(name, schema));
    }

    private Store<Object> open(Namespace opened, Type type, Numbers numbers) {
        ValueForm form = new ValueForm(type, Codecs.scalar(), LIMIT);
        return new EncodedStore(backend.open(opened), opened, form, numbers, new Log());
    }

    private Entry<Object> entry(Object value) {
        return Entry.of(value, clock.nanos(), Set.of());
    }

    private void put(Object key, Object value) {
        assertThat(store.put(key, entry(value), LIFE)).isTrue();
    }

    private Entry<Object> read(Object key) {
        return store.read(key, clock.nanos());
    }

    private String text(Object key) {
        return namespace.keyForm().text(key);
    }

    private void overwrite(Object key, byte[] bytes) {
        backend.overwrite(namespace, text(key), bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Lease lease(Object key) {
        return ((LeaseAnswer.Granted<Object>) store.lease(key, LIFE, true)).lease();
    }

    @Test
    void whatLiesAtTheStore_namesNoKeyAndNoValueButItself() {
        put(List.of("secret-key"), "value");
        String bytes = new String(backend.bytes(namespace, text(List.of("secret-key"))), StandardCharsets.ISO_8859_1);
        assertThat(bytes).startsWith("Memo\u0001").contains("scalar", "value").doesNotContain("secret-key");
    }

    @Test
    void limitsOfItsOwn_comeBack() {
        OwnLimits own = new OwnLimits(5, OwnLimits.NEVER);
        store.put("k", new Entry<>("value", clock.nanos(), 0, null, 0, Set.of(), false, own), LIFE);
        assertThat(read("k").ownLimits()).isEqualTo(own);
    }

    @Test
    void number_isDecimalTextAndIsCounted() {
        put("n", 41);
        assertThat(store.increment("n", 1)).hasValue(42);
        assertThat(backend.bytes(namespace, text("n"))).isEqualTo(ascii("42"));
        assertThat(read("n").value()).isEqualTo(42);
        put("n", 5_000_000_000L);
        assertThat(read("n").value()).isEqualTo(5_000_000_000L);
    }

    @Test
    void numberOfAMethod_isAValueLikeOthers() {
        Store<Object> plain = open(namespace("numbers", ""), Long.class, Numbers.PLAIN);
        plain.put("n", entry(5L), LIFE);
        assertThat(plain.read("n", clock.nanos()).value()).isEqualTo(5L);
        assertThatThrownBy(() -> plain.increment("n", 1)).hasMessageContaining("no whole number");
    }

    @Test
    void oddBytes_areACountedMissAndReplaced() {
        for (String odd : List.of("", "odd", "12x", "Memo\u0001", "-")) {
            put("k", "value");
            overwrite("k", ascii(odd));
            long before = store.stats().unreadable();
            assertThat(read("k")).isNull();
            assertThat(store.stats().unreadable()).isEqualTo(before + 1);
            put("k", "again");
            assertThat(read("k").value()).isEqualTo("again");
        }
    }

    @Test
    void bytesOfAnotherKey_areAMiss() {
        put("k", "mine");
        put("other", "theirs");
        overwrite("k", backend.bytes(namespace, text("other")));
        assertThat(read("k")).isNull();
        assertThat(store.readAll(List.of("k", "other"), clock.nanos())).containsOnlyKeys("other");
        assertThat(store.lease("k", LIFE, true).entry()).isNull();
        assertThat(store.stats().unreadable()).isEqualTo(3);
    }

    @Test
    void bytesOfAnotherType_areAMiss() {
        put("k", "text");
        Store<Object> typed = open(namespace, String.class, Numbers.PLAIN);
        assertThat(typed.read("k", clock.nanos())).isNull();
        assertThat(typed.stats().unreadable()).isEqualTo(1);
        assertThat(read("k").value()).isEqualTo("text");
    }

    @Test
    void add_replacesWhatNobodyCanRead() {
        put("k", "value");
        put("other", "theirs");
        overwrite("k", backend.bytes(namespace, text("other")));
        assertThat(store.add("k", entry("added"), LIFE)).isTrue();
        assertThat(read("k").value()).isEqualTo("added");
        assertThat(store.add("k", entry("again"), LIFE)).isFalse();
        assertThat(read("k").value()).isEqualTo("added");
    }

    @Test
    void entryOfALaterRelease_isLeftInPlace() {
        put("k", "value");
        byte[] later = backend.bytes(namespace, text("k"));
        later[payloadOf(later) + 1] = 2;
        overwrite("k", later);
        assertThat(read("k")).isNull();
        assertThat(store.add("k", entry("added"), LIFE)).isFalse();
        assertThat(backend.bytes(namespace, text("k"))).isEqualTo(later);
        assertThat(store.stats().unreadable()).isPositive();
    }

    /** Where the value of an entry without version and tags begins. */
    private static int payloadOf(byte[] envelope) {
        assertThat(envelope[36]).isEqualTo((byte) 'm');
        return 36;
    }

    @Test
    void valueThatCannotBeStored_takesTheOldOneWithIt() {
        for (Object odd : List.of(new Object(), "x".repeat(LIMIT), List.of(new Object()))) {
            put("k", "old");
            assertThat(store.put("k", entry(odd), LIFE)).isFalse();
            assertThat(read("k")).isNull();
            put("k", "old");
            assertThat(store.publish(lease("k"), entry(odd), LIFE)).isFalse();
            assertThat(read("k")).isNull();
            put("k", "old");
            assertThat(store.putAll(Map.of("k", entry(odd), "l", entry("taken")), LIFE))
                    .isFalse();
            assertThat(read("k")).isNull();
            assertThat(read("l").value()).isEqualTo("taken");
            assertThat(store.add("k", entry(odd), LIFE)).isFalse();
            assertThat(read("k")).isNull();
        }
    }

    @Test
    void resultThatCannotBeStored_takesNothingWithItOnceItsLeaseIsVoid() {
        Lease lease = lease("k");
        put("k", "newer");
        assertThat(store.publish(lease, entry(new Object()), LIFE)).isFalse();
        assertThat(read("k").value()).isEqualTo("newer");
    }

    @Test
    void valueThatCannotBeStored_takesTheOthersWithItWhenItReplaces() {
        Mark others = Mark.group("books", "part");
        TaggedKey other = new TaggedKey("other", Set.of(), Set.of(others));
        put("k", "old");
        store.put(other, entry("old"), LIFE);
        Lease claim = store.claim("k", LIFE);
        assertThat(store.replace(claim, entry(new Object()), LIFE, others)).isFalse();
        assertThat(store.read("k", clock.nanos())).isNull();
        assertThat(store.read(other, clock.nanos())).isNull();
    }

    @Test
    void tagThatIsTooLong_isNotStored() {
        Entry<Object> tagged = Entry.of("value", clock.nanos(), Set.of("x".repeat(70_000)));
        put("k", "old");
        assertThat(store.put("k", tagged, LIFE)).isFalse();
        assertThat(read("k")).isNull();
    }

    @Test
    void lease_isForItsCallersKey() {
        TaggedKey key = new TaggedKey(List.of("k"), Set.of("tag"));
        Lease lease = lease(key);
        assertThat(lease.key()).isSameAs(key);
        assertThat(lease.isVoid()).isFalse();
        store.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void groupsMark_countsThroughEachStoreAndForAllSchemas() {
        TaggedKey key = new TaggedKey("k", Set.of(), Set.of(Mark.group("books", List.of("part"))));
        Store<Object> second = open(namespace("books", "2"), Object.class, Numbers.COUNTED);
        second.put(key, entry("value"), LIFE);
        Store<Object> elsewhere = open(namespace("authors", ""), Object.class, Numbers.COUNTED);
        elsewhere.invalidate(Mark.group("books", List.of("other")), InvalidationMode.HARD);
        assertThat(second.read(key, clock.nanos())).isNotNull();
        elsewhere.invalidate(Mark.group("books", List.of("part")), InvalidationMode.HARD);
        assertThat(second.read(key, clock.nanos())).isNull();
    }

    @Test
    void version_comesBackAsItsText() {
        Entry<Object> versioned = new Entry<>("value", clock.nanos(), 0, List.of(5), 0, Set.of(), false, null);
        store.put("k", versioned, LIFE);
        Object version = read("k").version();
        assertThat(version).isInstanceOfSatisfying(StoredVersion.class, stored -> {
            assertThat(stored.isOf(List.of(5))).isTrue();
            assertThat(stored.isOf(List.of(6))).isFalse();
            assertThat(stored.isOf(new Object())).isFalse();
        });
        store.put("k", read("k"), LIFE);
        assertThat(read("k").version()).isEqualTo(version);
    }

    @Test
    void versionThatHasNoText_isNotStored() {
        Entry<Object> versioned = new Entry<>("value", clock.nanos(), 0, new Object(), 0, Set.of(), false, null);
        assertThat(store.put("k", versioned, LIFE)).isFalse();
    }
}
