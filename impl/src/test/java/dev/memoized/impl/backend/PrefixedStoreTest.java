package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.local.LocalBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two prefixes at one backend; {@code NamespacesTest} tells of whole applications. */
class PrefixedStoreTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Set<String> TAGS = Set.of("red");
    private static final Object KEY = new TaggedKey("k", TAGS, Set.of(Mark.group("books", "g")));

    private final ManualClock clock = new ManualClock();
    private final MemoryByteBackend backend = new MemoryByteBackend(clock, 1_000);
    private final Store<byte[]> shop = open("shop");
    private final Store<byte[]> bank = open("bank");

    @AfterEach
    void close() {
        backend.close();
    }

    private Store<byte[]> open(String prefix) {
        String name = PrefixedStore.named(prefix, "books");
        return PrefixedStore.of(backend.open(new Namespace(name, "", 100, String::valueOf)), prefix);
    }

    private static Entry<byte[]> entry() {
        return Entry.of(new byte[] {'v'}, 0, TAGS);
    }

    private @Nullable Entry<byte[]> read(Store<byte[]> store) {
        return store.read(KEY, clock.nanos());
    }

    @ParameterizedTest
    @CsvSource({"NAMESPACE, books, ", "TAG, red, ", "GROUP, books, g"})
    void C14_markOfOnePrefix_isNoneOfTheOther(Mark.Kind kind, String name, @Nullable String part) {
        shop.put(KEY, entry(), LIFE);
        bank.put(KEY, entry(), LIFE);
        shop.invalidate(new Mark(kind, name, part), InvalidationMode.HARD);
        assertThat(read(shop)).isNull();
        assertThat(read(bank)).isNotNull();
    }

    @Test
    void C14_tagOfAComputation_isNoneOfTheOther() {
        shop.put("k", entry(), LIFE);
        bank.put("k", entry(), LIFE);
        shop.invalidate(Mark.tag("red"), InvalidationMode.HARD);
        assertThat(shop.read("k", clock.nanos())).isNull();
        assertThat(bank.read("k", clock.nanos())).isNotNull();
    }

    @Test
    void keysComeBack_asTheyWereGiven() {
        LocalBackend local = new LocalBackend(clock);
        Store<Object> store = PrefixedStore.of(
                local.open(new Namespace(PrefixedStore.named("shop", "books"), "", 100, String::valueOf)), "shop");
        store.put(KEY, Entry.of("v", 0, TAGS), LIFE);
        assertAsGiven(store.readAll(List.of(KEY), clock.nanos()).keySet());
        assertAsGiven(store.keys(clock.nanos()));
        local.close();
    }

    private static void assertAsGiven(@Nullable Collection<Object> keys) {
        assertThat(keys).singleElement().isEqualTo(KEY);
        assertThat(keys).extracting(TaggedKey::tagsOf).containsExactly(TAGS);
        assertThat(keys).extracting(TaggedKey::groupsOf).containsExactly(TaggedKey.groupsOf(KEY));
    }

    @Test
    void tagsComeBack_asTheyWereGiven() {
        shop.putAll(Map.of(KEY, entry()), LIFE);
        assertThat(read(shop)).extracting(Entry::tags).isEqualTo(TAGS);
        assertThat(shop.readAll(List.of(KEY), clock.nanos()).get(KEY))
                .extracting(Entry::tags)
                .isEqualTo(TAGS);
        LeaseAnswer<byte[]> answer = shop.lease(KEY, LIFE, true);
        assertThat(answer.entry()).extracting(Entry::tags).isEqualTo(TAGS);
        assertThat(shop.lease(KEY, LIFE, true).entry()).extracting(Entry::tags).isEqualTo(TAGS);
    }

    @Test
    void withoutPrefix_isTheStoreItself() {
        Store<byte[]> store = backend.open(new Namespace("books", "", 100, String::valueOf));
        assertThat(PrefixedStore.of(store, "")).isSameAs(store);
        assertThat(PrefixedStore.named("", "books")).isEqualTo("books");
    }
}
