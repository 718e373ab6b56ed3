package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.codec.Codecs;
import dev.memoized.impl.codec.ValueForm;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.ManualClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CopyingStoreTest {
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final ManualClock clock = new ManualClock();
    private final Namespace namespace = new Namespace("books", "", 100, Object::toString);
    private final Store<Object> store = new CopyingStore(
            new LocalBackend(clock).open(namespace),
            "books",
            new ValueForm(Object.class, Codecs.scalar(), 1_000),
            new Log());

    private boolean put(Object value) {
        return store.put("k", Entry.of(value, clock.nanos(), Set.of()), LIFE);
    }

    private Object read() {
        Entry<Object> entry = store.read("k", clock.nanos());
        return entry == null ? null : entry.value();
    }

    @Test
    void changedAfterItWasStored_nobodySeesIt() {
        List<Object> list = new ArrayList<>(List.of("a"));
        put(list);
        list.add("b");
        assertThat(read()).isEqualTo(List.of("a"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void changedByAReader_othersDoNotSeeIt() {
        put(new ArrayList<>(List.of("a")));
        ((List<Object>) read()).add("b");
        assertThat(read()).isEqualTo(List.of("a"));
    }

    @Test
    void whatCannotChange_isKeptAsItIs() {
        String text = new String("text");
        for (Object value : List.of(text, new BigDecimal("1.0"), Thread.State.NEW, ZoneId.of("Europe/Paris"))) {
            put(value);
            assertThat(read()).isSameAs(value);
        }
        Optional<String> box = Optional.of(text);
        put(box);
        assertThat(read()).isSameAs(box);
    }

    @Test
    void whatCannotBeCopied_isNotStoredAndTakesTheOldValueWithIt() {
        put("old");
        assertThat(put(new Date())).isFalse();
        assertThat(read()).isNull();
        assertThat(store.stats().unreadable()).isZero();
    }
}
