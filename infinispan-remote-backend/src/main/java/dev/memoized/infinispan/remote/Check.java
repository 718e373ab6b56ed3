package dev.memoized.infinispan.remote;

import static java.util.concurrent.TimeUnit.MINUTES;

import dev.memoized.BackendException;
import dev.memoized.cells.Names;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.infinispan.client.hotrod.Flag;
import org.infinispan.client.hotrod.MetadataValue;
import org.infinispan.client.hotrod.RemoteCache;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.NearCacheMode;
import org.infinispan.client.hotrod.configuration.RemoteCacheConfiguration;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.jspecify.annotations.Nullable;

/** Whether a remote cache will do. */
final class Check {
    private Check() {}

    /**
     * A cache of the servers.
     *
     * @throws BackendException they have none of that name; the message says what to do
     */
    static RemoteCache<String, byte[]> found(RemoteCacheManager manager, String name) {
        RemoteCache<String, byte[]> cache = manager.getCache(name);
        if (cache == null) {
            throw new BackendException(
                    "the server has no cache " + name
                            + ": create it there, replicated or distributed and synchronous, with"
                            + " the encoding application/x-protostream; see the howto on Infinispan",
                    null);
        }
        return cache;
    }

    /**
     * A cache that takes what is put there, and compares versions.
     *
     * @throws BackendException it does not; the message says what will do
     */
    static RemoteCache<String, byte[]> checked(RemoteCache<String, byte[]> cache, Names names) {
        if (isNear(cache)) {
            throw new BackendException(
                    "cache " + cache.getName()
                            + " has a near cache, which would serve what others have invalidated; take"
                            + " one without",
                    null);
        }
        if (!compares(cache, names.prefix() + ":check:" + UUID.randomUUID())) {
            throw new BackendException(
                    "cache " + cache.getName()
                            + " does not give back texts and bytes as they were put there, or does not"
                            + " compare versions; set its encoding to application/x-protostream",
                    null);
        }
        return cache;
    }

    private static boolean isNear(RemoteCache<?, ?> cache) {
        RemoteCacheConfiguration configuration = cache.getRemoteCacheContainer()
                .getConfiguration()
                .remoteCaches()
                .get(cache.getName());
        return configuration != null && configuration.nearCacheMode() != NearCacheMode.DISABLED;
    }

    private static boolean compares(RemoteCache<String, byte[]> cache, String name) {
        byte[] one = {1};
        byte[] other = {2};
        try {
            RemoteCache<String, byte[]> telling = cache.withFlags(Flag.FORCE_RETURN_VALUE);
            boolean isAdded = telling.putIfAbsent(name, one, 1, MINUTES) == null;
            boolean isKept = Arrays.equals(telling.putIfAbsent(name, other, 1, MINUTES), one);
            MetadataValue<byte[]> seen = cache.getWithMetadata(name);
            boolean isReplaced = seen != null
                    && Arrays.equals(seen.getValue(), one)
                    && cache.replaceWithVersion(name, other, seen.getVersion())
                    && !cache.replaceWithVersion(name, one, seen.getVersion());
            Map<String, byte @Nullable []> read = cache.getAll(Set.of(name));
            cache.remove(name);
            return isAdded && isKept && isReplaced && Arrays.equals(read.get(name), other);
        } catch (HotRodClientException failure) {
            throw failure;
        } catch (RuntimeException odd) {
            return false;
        }
    }
}
