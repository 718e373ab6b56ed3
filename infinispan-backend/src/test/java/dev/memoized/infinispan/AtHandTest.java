package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.AtHand;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.rpc.RpcManagerImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a member knows without asking another one. */
@Timeout(120)
class AtHandTest {
    @RegisterExtension
    static final Cluster COPIES = Cluster.replicated(2);

    @RegisterExtension
    static final Cluster PARTS = Cluster.distributed(3);

    private Bench bench;

    @BeforeEach
    void fill() {
        bench = new Bench(COPIES);
        bench.on(0).put("key", bench.entry("value", "tag"), Bench.LIFE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static AtHand<byte[]> atHand(Bench bench, int node, String key) {
        return bench.on(node).readAtHand(key, TimeSource.ofMachine().nanos());
    }

    @Test
    void copyOfAnothersEntry_isAtHand() {
        AtHand<byte[]> known = atHand(bench, 1, "key");
        assertThat(known.entry().value()).isEqualTo("value".getBytes(UTF_8));
        assertThat(known.entry().tags()).containsExactly("tag");
    }

    @Test
    void thatThereIsNothing_isAtHand() {
        assertThat(atHand(bench, 1, "another").entry()).isNull();
    }

    @Test
    void marksOfAnother_countAtHand() {
        bench.on(0).invalidate(Mark.tag("tag"), InvalidationMode.SOFT);
        assertThat(atHand(bench, 1, "key").entry().softlyInvalidated()).isTrue();
        bench.on(0).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        assertThat(atHand(bench, 1, "key").entry()).isNull();
    }

    @Test
    void lostMark_isAskedFor() {
        COPIES.caches(0).marks().remove(bench.names().mark(Mark.tag("tag")));
        assertThat(atHand(bench, 1, "key")).isNull();
    }

    @Test
    void numberThatIsNotThere_isAskedFor() {
        COPIES.caches(0).marks().remove(bench.names().prefix() + ":number");
        assertThat(atHand(bench, 1, "key")).isNull();
        assertThat(bench.on(1).read("key", TimeSource.ofMachine().nanos())).isNotNull();
        assertThat(atHand(bench, 1, "key")).isNotNull();
    }

    @Test
    void partOfOthers_isAskedFor() {
        try (Bench parts = new Bench(PARTS)) {
            IntStream.range(0, 50).forEach(number -> {
                String key = "key-" + number;
                parts.on(0).put(key, parts.entry("value"), Bench.LIFE);
                boolean isHere = PARTS.distribution(0, parts.names().cell(key, Bench.books()))
                        .isReadOwner();
                assertThat(atHand(parts, 0, key) != null).isEqualTo(isHere);
            });
        }
    }

    @Test
    void backendThatHasNotBegun_isNotStarted_andNothingIsAtHandBehindItsEnd() {
        InCaches.Origin origin = () -> {
            throw new AssertionError("started");
        };
        InfinispanBackend fresh = new InfinispanBackend(
                new InCaches.Source(new Names("fresh"), origin, any -> Election.NONE),
                TimeSource.ofMachine(),
                Set.of(Capability.SHARED));
        assertThat(fresh.open(Bench.books()).readAtHand("key", 0)).isNull();
        fresh.close();
        bench.close();
        assertThat(atHand(bench, 1, "key")).isNull();
    }

    @Test
    void numberOfAnotherEra_isAskedFor() {
        COPIES.caches(0).marks().put(bench.names().prefix() + ":number", "99 1");
        assertThat(atHand(bench, 1, "key")).isNull();
        assertThat(bench.on(1).read("key", TimeSource.ofMachine().nanos())).isNull();
        assertThat(atHand(bench, 1, "key").entry()).isNull();
    }

    /** As one that joins, or that has lost its copies in a merge. */
    @Test
    void memberWithoutCopies_asksNobody() throws Exception {
        String cluster = UUID.randomUUID().toString();
        try (DefaultCacheManager full = member(cluster, false);
                InfinispanBackend writer = InfinispanBackend.on(full).build();
                DefaultCacheManager empty = member(cluster, true);
                InfinispanBackend reader = InfinispanBackend.on(empty).build()) {
            writer.open(Bench.books()).put("key", bench.entry("value"), Bench.LIFE);
            Store<byte[]> store = reader.open(Bench.books());
            assertThat(store.read("key", TimeSource.ofMachine().nanos())).isNotNull();
            RpcManagerImpl messages = (RpcManagerImpl)
                    empty.getCache("memoized-entries").getAdvancedCache().getRpcManager();
            messages.setStatisticsEnabled(true);
            assertThat(store.readAtHand("key", TimeSource.ofMachine().nanos())).isNull();
            assertThat(messages.getReplicationCount()).isZero();
            assertThat(store.read("key", TimeSource.ofMachine().nanos())).isNotNull();
            assertThat(messages.getReplicationCount()).isPositive();
        }
    }

    private static DefaultCacheManager member(String cluster, boolean isEmpty) {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().clusterName(cluster).addProperty("configurationFile", "loopback.xml");
        global.jmx().disable();
        global.zeroCapacityNode(isEmpty);
        return new DefaultCacheManager(global.build());
    }

    @Test
    void whatAStoreMayHave_isAskedFor(@TempDir Path folder) throws Exception {
        GlobalConfigurationBuilder global = new GlobalConfigurationBuilder().nonClusteredDefault();
        global.jmx().disable();
        global.globalState().enable().persistentLocation(folder.toString());
        ConfigurationBuilder stored = new ConfigurationBuilder();
        stored.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM);
        stored.persistence().addSoftIndexFileStore().dataLocation("data").indexLocation("index");
        ConfigurationBuilder marks = new ConfigurationBuilder();
        marks.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM);
        try (DefaultCacheManager manager = new DefaultCacheManager(global.build())) {
            manager.defineConfiguration("entries", stored.build());
            manager.defineConfiguration("marks", marks.build());
            try (InfinispanBackend backend = InfinispanBackend.on(manager.<String, byte[]>getCache("entries"))
                    .marks(manager.getCache("marks"))
                    .build()) {
                Store<byte[]> store = backend.open(Bench.books());
                store.put("key", bench.entry("value"), Bench.LIFE);
                assertThat(store.readAtHand("key", TimeSource.ofMachine().nanos()))
                        .isNull();
                assertThat(store.read("key", TimeSource.ofMachine().nanos())).isNotNull();
            }
        }
    }
}
