package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** A backend with names of its own, and another one that is as far from it as that of another JVM. */
final class Bench implements AutoCloseable {
    static final Duration LIFE = Duration.ofMinutes(1);

    private final TimeSource time;
    private final Names names;
    private final RedisBackend here;
    private final RedisBackend there;

    Bench(RedisServer server, String prefix) {
        this(server, prefix, new SystemTime());
    }

    Bench(RedisServer server, String prefix, TimeSource time) {
        this(server::backend, prefix, time);
    }

    Bench(RedisCluster cluster, String prefix, TimeSource time) {
        this(cluster::backend, prefix, time);
    }

    private Bench(BiFunction<TimeSource, String, RedisBackend> servers, String prefix, TimeSource time) {
        this.time = time;
        this.names = new Names(prefix, 0);
        this.here = servers.apply(time, prefix);
        this.there = servers.apply(time, prefix);
    }

    Store<byte[]> here() {
        return here.open(books());
    }

    Store<byte[]> there() {
        return there.open(books());
    }

    static Namespace books() {
        return new Namespace("books", "", 10, Object::toString);
    }

    Store<byte[]> open(Namespace namespace) {
        return here.open(namespace);
    }

    Names names() {
        return names;
    }

    byte[] number() {
        return names.number();
    }

    byte[] channel() {
        return names.channel();
    }

    Entry<byte[]> entry(String value, String... tags) {
        return Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of(tags));
    }

    @Nullable
    String read(Store<byte[]> store, Object key) {
        Entry<byte[]> entry = store.read(key, time.nanos());
        return entry == null || entry.value() == null ? null : new String(entry.value(), UTF_8);
    }

    static Lease lease(Store<byte[]> store, Object key) {
        LeaseAnswer<byte[]> answer = store.lease(key, LIFE, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted<byte[]>) answer).lease();
    }

    /** The channel is heard: what is told from now on is not missed. */
    void awaitListening() {
        Lease lease = lease(here(), "heard");
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            there().invalidate("heard");
            return lease.isVoid();
        });
    }

    @Override
    public void close() {
        here.close();
        there.close();
    }
}
