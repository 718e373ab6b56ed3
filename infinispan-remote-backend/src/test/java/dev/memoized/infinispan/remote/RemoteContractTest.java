package dev.memoized.infinispan.remote;

import static org.awaitility.Awaitility.await;

import dev.memoized.cells.Names;
import dev.memoized.spi.Mark;
import dev.memoized.tck.store.RotatingStoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.commons.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract with three clients of a server in turn. */
class RemoteContractTest extends RotatingStoreContract {
    @RegisterExtension
    static final Server SERVER = new Server();

    private static final List<RemoteCacheManager> MANAGERS = new ArrayList<>();

    private final Names names = new Names(UUID.randomUUID().toString());
    private final List<Heard> heard = new ArrayList<>();

    @BeforeAll
    static void connect() {
        for (int number = 0; number < 3; number++) {
            MANAGERS.add(SERVER.client());
        }
    }

    @AfterAll
    static void disconnect() {
        MANAGERS.forEach(RemoteCacheManager::close);
    }

    private static RemoteCache<String, byte[]> cache(RemoteCacheManager manager) {
        return manager.getCache(Server.CACHE);
    }

    @Override
    protected List<InfinispanRemoteBackend> clients() {
        return MANAGERS.stream().map(this::client).toList();
    }

    private InfinispanRemoteBackend client(RemoteCacheManager manager) {
        Heard source = new Heard(cache(manager), names, time());
        heard.add(source);
        InfinispanRemoteBackend client = new InfinispanRemoteBackend(names, source, time());
        client.begin();
        return client;
    }

    /** What is invalidated elsewhere is heard of, and leases of others live from then on. */
    @Override
    protected void settle() {
        await().pollDelay(Duration.ZERO).atMost(Duration.ofSeconds(30)).until(this::isAllHeard);
    }

    @AfterEach
    void clear() {
        cache(MANAGERS.get(0)).clear();
    }

    private boolean isAllHeard() {
        try (CloseableIterator<Map.Entry<Object, MetadataValue<Object>>> all =
                cache(MANAGERS.get(0)).retrieveEntriesWithMetadata(null, 1_000)) {
            while (all.hasNext()) {
                Map.Entry<Object, MetadataValue<Object>> each = all.next();
                String name = (String) each.getKey();
                long version = each.getValue().getVersion();
                if (name.startsWith(names.prefix()) && !heard.stream().allMatch(one -> one.hasHeard(name, version))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    protected void lose(Mark mark) {
        cache(MANAGERS.get(0)).remove(names.mark(mark));
    }
}
