package dev.memoized.infinispan;

import org.infinispan.Cache;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.eviction.EvictionStrategy;
import org.infinispan.manager.EmbeddedCacheManager;

/** Two caches of ours in a container, defined unless they are there. */
final class Defined {
    /** How many entries a member keeps at most, unless something else is said. */
    static final int USUAL_CAPACITY = 100_000;

    private static final String ENTRIES = "memoized-entries";
    private static final String MARKS = "memoized-marks";

    private final EmbeddedCacheManager manager;

    Defined(EmbeddedCacheManager manager) {
        this.manager = manager;
    }

    Cache<String, byte[]> entries(CacheMode mode) {
        ConfigurationBuilder configuration = configuration(mode);
        bound(configuration, USUAL_CAPACITY);
        return entries(configuration);
    }

    /** Each member gives up entries by itself. */
    static void bound(ConfigurationBuilder entries, int capacity) {
        entries.memory().maxCount(capacity).whenFull(EvictionStrategy.REMOVE);
    }

    Cache<String, byte[]> entries(ConfigurationBuilder configuration) {
        return cache(ENTRIES, configuration);
    }

    /** With each member. */
    Cache<String, String> marks() {
        boolean isClustered = manager.getCacheManagerConfiguration().isClustered();
        return cache(MARKS, configuration(isClustered ? CacheMode.REPL_SYNC : CacheMode.LOCAL));
    }

    static ConfigurationBuilder configuration(CacheMode mode) {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.clustering().cacheMode(mode);
        if (mode.isClustered()) {
            configuration.clustering().partitionHandling().mergePolicy(MergePolicy.REMOVE_ALL);
        }
        configuration.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM_TYPE);
        return configuration;
    }

    private <V> Cache<String, V> cache(String name, ConfigurationBuilder configuration) {
        if (manager.getCacheConfiguration(name) == null) {
            manager.defineConfiguration(name, configuration.build());
        }
        return manager.getCache(name);
    }
}
