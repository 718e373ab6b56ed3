package dev.memoized.infinispan.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.cells.Names;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.jspecify.annotations.Nullable;

/** Three clients of a server, or of several, with names of their own. */
final class Bench implements AutoCloseable {
    static final int CLIENTS = 3;
    static final Duration LIFE = Duration.ofMinutes(10);

    private final List<RemoteCacheManager> managers = new ArrayList<>();
    private final List<InfinispanRemoteBackend> clients = new ArrayList<>();
    private final Names names = new Names(UUID.randomUUID().toString());
    private final TimeSource time;

    Bench(Server server) {
        this(server, TimeSource.ofMachine());
    }

    Bench(Server server, TimeSource time) {
        this(server::client, time);
    }

    Bench(Supplier<RemoteCacheManager> fresh, TimeSource time) {
        this.time = time;
        for (int number = 0; number < CLIENTS; number++) {
            RemoteCacheManager manager = fresh.get();
            managers.add(manager);
            InfinispanRemoteBackend client = InfinispanRemoteBackend.on(manager, Server.CACHE)
                    .prefix(names.prefix())
                    .time(time)
                    .build();
            clients.add(client);
            client.begin();
        }
    }

    Store<byte[]> on(int client) {
        return clients.get(client).open(books());
    }

    static Namespace books() {
        return new Namespace("books", "", 10, Object::toString);
    }

    RemoteCache<String, byte[]> cache() {
        return managers.get(0).getCache(Server.CACHE);
    }

    String cell(Object key) {
        return names.cell(key, books());
    }

    Entry<byte[]> entry(String value, String... tags) {
        return Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of(tags));
    }

    @Nullable
    String read(int client, Object key) {
        Entry<byte[]> entry = on(client).read(key, time.nanos());
        return entry == null || entry.value() == null ? null : new String(entry.value(), UTF_8);
    }

    Lease lease(int client, Object key) {
        return lease(client, key, LIFE);
    }

    Lease lease(int client, Object key, Duration life) {
        LeaseAnswer<byte[]> answer = on(client).lease(key, life, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted<byte[]>) answer).lease();
    }

    boolean isBusy(int client, Object key) {
        return on(client).lease(key, LIFE, true) instanceof LeaseAnswer.Busy;
    }

    /** Its JVM is gone, so to say: it tells nobody, and releases nothing. */
    void kill(int client) {
        managers.get(client).close();
    }

    @Override
    public void close() {
        clients.forEach(InfinispanRemoteBackend::close);
        managers.forEach(RemoteCacheManager::close);
    }
}
