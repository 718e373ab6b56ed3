package dev.memoized.impl.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoggedStoreTest {
    private static final String SECRET = "s3cr3t-canary";

    private final GuardedRig rig = new GuardedRig();
    private final AtomicInteger texts = new AtomicInteger();
    private final Namespace namespace = new Namespace("books", "", 100, this::text);
    private final Store<Object> store = new LoggedStore<>(rig.remote.open(namespace), namespace, new Log());

    private String text(Object key) {
        texts.incrementAndGet();
        if (key.equals("unwritable")) {
            throw new IllegalStateException(SECRET);
        }
        return Objects.toString(key);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void eachOperation_isToldWithItsOutcome() {
        try (HeardLog heard = HeardLog.open()) {
            store.read("k", rig.clock.nanos());
            store.put("k", GuardedRig.entry(1), GuardedRig.LIFE);
            store.read("k", rig.clock.nanos());
            store.increment("k", 1);
            store.invalidate("k");
            store.invalidate(Mark.namespace("books"), InvalidationMode.SOFT);
            String key = "of key 8254c329";
            assertThat(heard.texts())
                    .map(text -> text.replace("FINE MEMO0344 books: ", ""))
                    .containsExactly(
                            "read " + key + ": nothing.",
                            "put " + key + ": true.",
                            "read " + key + ": found.",
                            "increment " + key + ": done.",
                            "invalidate " + key + ": true.",
                            "invalidate SOFT of key namespace books: done.");
        }
    }

    @Test
    void C61_keysValuesTagsAndMessages_areNeverTold() throws Exception {
        try (HeardLog heard = HeardLog.open()) {
            everything();
            rig.remote.fail();
            assertThatThrownBy(() -> store.read(SECRET, 0)).isInstanceOf(BackendException.class);
            assertThat(heard.texts())
                    .hasSizeGreaterThan(15)
                    .noneMatch(text -> text.contains(SECRET))
                    .anyMatch(text -> text.contains("BackendException"));
            assertThat(heard.thrown()).isEmpty();
        }
    }

    private void everything() throws Exception {
        Lease lease = ((LeaseAnswer.Granted<Object>) store.lease(SECRET, GuardedRig.LIFE, true)).lease();
        store.lease(SECRET, GuardedRig.LIFE, true);
        store.renew(lease, GuardedRig.LIFE);
        store.publish(lease, GuardedRig.entry(SECRET), GuardedRig.LIFE);
        store.release(lease);
        Lease claim = Objects.requireNonNull(store.claim(SECRET, GuardedRig.LIFE));
        store.replace(claim, GuardedRig.entry(SECRET), GuardedRig.LIFE, Mark.group("books", SECRET));
        store.awaitChange(SECRET, GuardedRig.LIFE);
        store.add(SECRET, GuardedRig.entry(SECRET), GuardedRig.LIFE);
        store.touch(SECRET, GuardedRig.LIFE);
        store.putAll(Map.of(SECRET, GuardedRig.entry(SECRET)), GuardedRig.LIFE);
        store.readAll(List.of(SECRET), rig.clock.nanos());
        store.read(SECRET, rig.clock.nanos());
        store.invalidate(Mark.tag(SECRET), InvalidationMode.HARD);
        store.invalidate(Mark.group("books", SECRET), InvalidationMode.HARD);
        store.invalidateAll(List.of(SECRET));
        store.put("unwritable", GuardedRig.entry(SECRET), GuardedRig.LIFE);
        store.increment(SECRET, 1);
        store.stats();
    }

    @Test
    void debugOff_nothingIsComputed() throws Exception {
        everything();
        assertThat(texts).hasValue(0);
    }
}
