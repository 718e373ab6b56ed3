package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Each operation of a store, in each way that makes a difference to the server. */
final class Everything {
    private static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));

    private final SystemTime time = new SystemTime();
    private final Store<byte[]> store;

    private Everything(Store<byte[]> store) {
        this.store = store;
    }

    static Store<byte[]> open(ByteBackend backend) {
        return backend.open(new Namespace("books", "", 10, Object::toString));
    }

    /** Does it all; nothing may be there before. */
    static void done(ByteBackend backend) throws InterruptedException {
        Everything all = new Everything(open(backend));
        all.write();
        all.lease();
        all.claim();
        all.count();
        all.invalidate();
    }

    private Entry<byte[]> entry(String value, String... tags) {
        return Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of(tags));
    }

    private void write() {
        assertThat(store.put(KEY, entry("value", "tag", "added"), Bench.LIFE)).isTrue();
        assertThat(store.read(KEY, time.nanos())).isNotNull();
        assertThat(store.readAll(List.of(KEY, "other"), time.nanos())).hasSize(1);
        assertThat(store.add(KEY, entry("value"), Bench.LIFE)).isFalse();
        assertThat(store.add("forever", entry("value"), Store.FOREVER)).isTrue();
        assertThat(store.touch(KEY, Duration.ofMinutes(2))).isTrue();
        assertThat(store.touch(KEY, Store.FOREVER)).isTrue();
        assertThat(store.touch(KEY, Duration.ZERO)).isTrue();
    }

    private void lease() throws InterruptedException {
        Lease lease = Bench.lease(store, KEY);
        assertThat(store.renew(lease, Duration.ofMinutes(2))).isTrue();
        store.awaitChange(KEY, Duration.ofMillis(1));
        assertThat(store.publish(lease, entry("new", "tag"), Bench.LIFE)).isTrue();
        store.release(Bench.lease(store, KEY));
    }

    private void claim() {
        Lease claim = store.claim(KEY, Bench.LIFE);
        Mark others = Mark.group("books", "key");
        assertThat(store.replace(claim, entry("newer"), Bench.LIFE, others)).isTrue();
    }

    private void count() {
        assertThat(store.put("count", entry("5"), Bench.LIFE)).isTrue();
        assertThat(store.increment("count", 2)).hasValue(7);
        assertThat(store.increment("count", -9)).hasValue(0);
    }

    private void invalidate() {
        assertThat(store.invalidate(KEY)).isTrue();
        store.invalidate(Mark.tag("tag"), InvalidationMode.SOFT);
        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
    }
}
