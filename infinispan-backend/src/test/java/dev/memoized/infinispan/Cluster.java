package dev.memoized.infinispan;

import dev.memoized.infinispan.Members.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.infinispan.AdvancedCache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.distribution.DistributionInfo;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Members in this JVM, on 127.0.0.1 only. */
final class Cluster implements BeforeAllCallback, AfterAllCallback {
    private final String name = UUID.randomUUID().toString();
    private final CacheMode mode;
    private final int size;
    private final boolean isWatched;
    private final List<Members> members = new ArrayList<>();
    private final List<Caches> caches = new ArrayList<>();

    private Cluster(CacheMode mode, int size, boolean isWatched) {
        this.mode = mode;
        this.size = size;
        this.isWatched = isWatched;
    }

    static Cluster local() {
        return new Cluster(CacheMode.LOCAL, 1, true);
    }

    static Cluster replicated(int size) {
        return new Cluster(CacheMode.REPL_SYNC, size, true);
    }

    static Cluster distributed(int size) {
        return new Cluster(CacheMode.DIST_SYNC, size, true);
    }

    /** Without sockets, and without anybody who notices when one does not answer: {@link Parts}. */
    static Cluster unwatched(CacheMode mode, int size) {
        return new Cluster(mode, size, false);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        start();
    }

    void start() {
        if (isWatched) {
            List<Integer> ports = freePorts(size);
            List<String> hosts = ports.stream().map(port -> "127.0.0.1:" + port).toList();
            ports.forEach(port -> join(new Network("127.0.0.1", port, hosts), null));
        } else {
            nodes().forEach(node -> join(null, "loopback.xml"));
        }
    }

    private void join(@Nullable Network network, @Nullable String stack) {
        Members member = new Members(new Members.Plan(mode, name, network, stack, 2, 100_000, mode.isClustered()));
        members.add(member);
        caches.add(member.open());
    }

    /** Those whose hundredth next one is free as well, below what systems give to whoever connects. */
    static List<Integer> freePorts(int count) {
        Set<Integer> free = new LinkedHashSet<>();
        while (free.size() < count) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try (ServerSocket first = open(port);
                    ServerSocket second = open(port + 100)) {
                if (!free.contains(port - 100) && !free.contains(port + 100) && first.isBound() && second.isBound()) {
                    free.add(port);
                }
            } catch (IOException taken) {
                // another one
            }
        }
        return List.copyOf(free);
    }

    private static ServerSocket open(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    List<Caches> caches() {
        return caches;
    }

    Caches caches(int node) {
        return caches.get(node);
    }

    /** Leaves the cluster. */
    void stop(int node) {
        members.get(node).close();
    }

    IntStream nodes() {
        return IntStream.range(0, size);
    }

    /** Who has a cell on a member. */
    DistributionInfo distribution(int node, String cell) {
        AdvancedCache<String, byte[]> cache = caches(node).entries().getAdvancedCache();
        Object stored = cache.getKeyDataConversion().toStorage(cell);
        return cache.getDistributionManager().getCacheTopology().getDistribution(stored);
    }

    /** Only hands out a member's caches: the cluster goes on. */
    InCaches.Origin source(int node) {
        return () -> caches(node);
    }

    @Override
    public void afterAll(ExtensionContext test) {
        stop();
    }

    void stop() {
        members.forEach(Members::close);
    }
}
