package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.BackendException;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.infinispan.Cache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.factories.ComponentRegistry;
import org.infinispan.lifecycle.ComponentStatus;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.transaction.TransactionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Caches and containers that are the application's, or the server's. */
@Timeout(120)
class GivenCachesTest {
    @RegisterExtension
    static final Cluster CLUSTER = Cluster.replicated(2);

    private static final TimeSource TIME = TimeSource.ofMachine();

    private static EmbeddedCacheManager manager(int node) {
        return CLUSTER.caches(node).entries().getCacheManager();
    }

    private static <V> Cache<String, V> cache(int node, String name, CacheMode mode, MediaType type) {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.clustering().cacheMode(mode);
        configuration.encoding().mediaType(type);
        manager(node).defineConfiguration(name, configuration.build());
        return manager(node).getCache(name);
    }

    private static <V> Cache<String, V> cache(int node, String name, CacheMode mode) {
        return cache(node, name, mode, MediaType.APPLICATION_PROTOSTREAM);
    }

    private static Store<byte[]> open(InfinispanBackend backend) {
        return backend.open(Bench.books());
    }

    private static void assertShared(InfinispanBackend one, InfinispanBackend other) {
        assertThat(one.capabilities()).containsExactly(Capability.SHARED);
        Entry<byte[]> entry = Entry.of("value".getBytes(UTF_8), TIME.nanos(), Set.of("tag"));
        open(one).put("key", entry, Bench.LIFE);
        assertThat(open(other).read("key", TIME.nanos())).isNotNull();
        open(other).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        assertThat(open(one).read("key", TIME.nanos())).isNull();
        one.close();
        other.close();
    }

    private static void assertRefused(InfinispanBackend backend, String... words) {
        assertThatThrownBy(() -> open(backend).read("key", TIME.nanos()))
                .isInstanceOf(BackendException.class)
                .hasMessageContainingAll(words);
        backend.close();
    }

    @Test
    void container_isGivenCachesOfOurs_andGoesOn() {
        assertShared(
                InfinispanBackend.on(manager(0)).prefix("container").build(),
                InfinispanBackend.on(manager(1)).prefix("container").build());
        assertThat(manager(0).getStatus()).isEqualTo(ComponentStatus.RUNNING);
    }

    @Test
    void replicatedCache_takesEverything_andIsNoLongerListenedTo() {
        Cache<String, byte[]> one = cache(0, "all", CacheMode.REPL_SYNC);
        Cache<String, byte[]> other = cache(1, "all", CacheMode.REPL_SYNC);
        int before = listeners(one);
        assertShared(
                InfinispanBackend.on(one).build(), InfinispanBackend.on(other).build());
        assertThat(listeners(one)).isEqualTo(before);
        assertThat(one.getStatus()).isEqualTo(ComponentStatus.RUNNING);
    }

    private static int listeners(Cache<?, ?> cache) {
        return ComponentRegistry.of(cache)
                .getCacheNotifier()
                .running()
                .getListeners()
                .size();
    }

    @Test
    void distributedCache_takesEntries_withAnotherForMarks() {
        Cache<String, byte[]> one = cache(0, "parts", CacheMode.DIST_SYNC);
        Cache<String, byte[]> other = cache(1, "parts", CacheMode.DIST_SYNC);
        Cache<String, String> marks = cache(0, "numbers", CacheMode.REPL_SYNC);
        Cache<String, String> otherMarks = cache(1, "numbers", CacheMode.REPL_SYNC);
        assertShared(
                InfinispanBackend.on(one).marks(marks).build(),
                InfinispanBackend.on(other).marks(otherMarks).build());
    }

    @Test
    void backendsWithOtherPrefixes_shareNothing() {
        try (InfinispanBackend one =
                        InfinispanBackend.on(manager(0)).prefix("one").build();
                InfinispanBackend other =
                        InfinispanBackend.on(manager(0)).prefix("two").build()) {
            open(one).put("key", Entry.of(new byte[1], TIME.nanos(), Set.of()), Bench.LIFE);
            assertThat(open(other).read("key", TIME.nanos())).isNull();
        }
    }

    @Test
    void localCache_isNotShared() {
        Cache<String, byte[]> cache = cache(0, "local", CacheMode.LOCAL);
        try (InfinispanBackend backend = InfinispanBackend.on(cache).build()) {
            assertThat(backend.capabilities()).isEmpty();
            open(backend).put("key", Entry.of(new byte[1], TIME.nanos(), Set.of()), Bench.LIFE);
            assertThat(open(backend).read("key", TIME.nanos())).isNotNull();
        }
    }

    @Test
    void distributedCacheAlone_isRefusedWithACure() {
        assertRefused(
                InfinispanBackend.on(GivenCachesTest.<byte[]>cache(0, "alone", CacheMode.DIST_SYNC))
                        .build(),
                "alone",
                "replicated");
    }

    @Test
    void cacheThatDoesNotWaitForOthers_isRefusedWithACure() {
        assertRefused(
                InfinispanBackend.on(GivenCachesTest.<byte[]>cache(0, "async", CacheMode.REPL_ASYNC))
                        .build(),
                "async",
                "synchronous");
    }

    @Test
    void cacheThatOnlyInvalidates_isRefusedWithACure() {
        assertRefused(
                InfinispanBackend.on(GivenCachesTest.<byte[]>cache(0, "invalidating", CacheMode.INVALIDATION_SYNC))
                        .build(),
                "invalidating",
                "replicated");
    }

    @Test
    void cacheWithTransactions_isRefusedWithACure() {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.transaction().transactionMode(TransactionMode.TRANSACTIONAL);
        manager(0).defineConfiguration("transactional", configuration.build());
        assertRefused(
                InfinispanBackend.on(manager(0).<String, byte[]>getCache("transactional"))
                        .build(),
                "transactional",
                "another one");
    }

    @Test
    void cacheThatEvicts_isRefusedForMarks_withACure() {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.memory().maxCount(10);
        manager(0).defineConfiguration("small", configuration.build());
        Cache<String, byte[]> small = manager(0).getCache("small");
        assertRefused(InfinispanBackend.on(small).build(), "small", "another one for them");
        try (InfinispanBackend backend = InfinispanBackend.on(small)
                .marks(GivenCachesTest.cache(0, "beside", CacheMode.LOCAL))
                .build()) {
            assertThat(open(backend).read("key", TIME.nanos())).isNull();
        }
    }

    @Test
    void valuesThatOthersPut_disturbNobody() {
        Cache<String, byte[]> cache = cache(0, "busy", CacheMode.LOCAL);
        try (InfinispanBackend backend = InfinispanBackend.on(cache).build()) {
            Store<byte[]> store = open(backend);
            LeaseAnswer<byte[]> answer = store.lease("key", Bench.LIFE, true);
            byte[] later = {'M', 99};
            cache.put("their own", later);
            cache.put(new Names("memoized").cell("key", Bench.books()), later);
            assertThat(((LeaseAnswer.Granted<byte[]>) answer).lease().isVoid()).isTrue();
            assertThatThrownBy(() -> store.read("key", TIME.nanos()))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("later release");
        }
    }

    @Test
    void cacheThatComparesBytesByReference_isRefusedWithACure() {
        Cache<String, byte[]> objects = byReference(cache(0, "objects", CacheMode.LOCAL));
        assertRefused(InfinispanBackend.on(objects).build(), "objects", "application/x-protostream", "JBOSS");
    }

    /** As WildFly's caches do whose container marshals by ProtoStream. */
    @SuppressWarnings("unchecked")
    private static Cache<String, byte[]> byReference(Cache<String, byte[]> cache) {
        return (Cache<String, byte[]>) Proxy.newProxyInstance(
                Cache.class.getClassLoader(),
                new Class<?>[] {Cache.class},
                (proxy, method, arguments) -> method.getName().equals("replace") && arguments.length == 5
                        ? cache.get(arguments[0]) == arguments[1]
                        : method.invoke(cache, arguments));
    }

    @Test
    void valuesOfOthers_areMisses_andCounted() {
        Cache<String, byte[]> cache = cache(0, "foreign", CacheMode.LOCAL);
        try (InfinispanBackend backend = InfinispanBackend.on(cache).build()) {
            Store<byte[]> store = open(backend);
            store.put("key", Entry.of(new byte[1], TIME.nanos(), Set.of()), Bench.LIFE);
            cache.put(new Names("memoized").cell("key", Bench.books()), new byte[] {1, 2, 3});
            assertThat(store.read("key", TIME.nanos())).isNull();
            assertThat(store.stats().unreadable()).isEqualTo(1);
            store.put("key", Entry.of(new byte[1], TIME.nanos(), Set.of()), Bench.LIFE);
            assertThat(store.read("key", TIME.nanos())).isNotNull();
        }
    }

    @Test
    void stoppedContainer_isAnExceptionOfOurs() {
        Cluster alone = Cluster.local();
        alone.start();
        InfinispanBackend backend = InfinispanBackend.on(alone.caches(0).entries())
                .marks(alone.caches(0).marks())
                .build();
        open(backend).read("key", TIME.nanos());
        alone.stop();
        assertThatThrownBy(() -> open(backend).read("key", TIME.nanos()))
                .isInstanceOf(BackendException.class)
                .hasMessageContaining("stopped");
    }
}
