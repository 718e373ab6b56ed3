package dev.memoized.infinispan;

import dev.memoized.BackendException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.infinispan.Cache;
import org.infinispan.commons.IllegalLifecycleStateException;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.MemoryConfiguration;
import org.infinispan.manager.EmbeddedCacheManager;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachemanagerlistener.annotation.Merged;
import org.infinispan.partitionhandling.AvailabilityException;
import org.infinispan.remoting.transport.Address;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies.
 *
 * @param entries cells by the names of keys
 * @param marks each member has a whole copy of it
 * @param node what this member is called; empty when it is alone
 * @param members what those are called who are there; empty when there are none but this one
 */
record Caches(Cache<String, byte[]> entries, Cache<String, String> marks, String node, Supplier<Set<String>> members) {

    /**
     * Caches that will do.
     *
     * @throws BackendException one of them will not; the message says why, and what will
     */
    static Caches checked(Cache<String, byte[]> entries, Cache<String, String> marks) {
        checkSight();
        checkMode(entries);
        checkMode(marks);
        checkRoom(marks);
        if (isOfParts(marks)) {
            throw new BackendException(
                    "cache " + marks.getName() + ": marks need a cache that each member has a whole copy of; make it"
                            + " replicated, or give another one for them",
                    null);
        }
        checkComparison(entries);
        EmbeddedCacheManager manager = entries.getCacheManager();
        return new Caches(entries, marks, text(manager.getAddress()), () -> members(manager));
    }

    private static void checkSight() {
        if (!isSeenAsAWhole()) {
            throw new BackendException(
                    "not all of Infinispan is visible to the application; on WildFly its manifest needs"
                            + " Dependencies: org.infinispan.core, org.infinispan.commons",
                    null);
        }
    }

    /** A server may show a part only: listeners whose annotations are hidden would hear nothing. */
    private static boolean isSeenAsAWhole() {
        try {
            return Stream.of(
                            CacheEntryCreated.class,
                            Merged.class,
                            AvailabilityException.class,
                            IllegalLifecycleStateException.class)
                    .allMatch(Objects::nonNull);
        } catch (NoClassDefFoundError hidden) {
            return false;
        }
    }

    private static void checkMode(Cache<?, ?> cache) {
        if (cache.getCacheConfiguration().transaction().transactionMode().isTransactional()) {
            throw new BackendException(
                    "cache " + cache.getName()
                            + " is transactional: others would not see what a transaction of the caller"
                            + " has not committed; make it another one",
                    null);
        }
        CacheMode mode = cache.getCacheConfiguration().clustering().cacheMode();
        if (mode.isInvalidation() || !(mode.isSynchronous() || !mode.isClustered())) {
            throw new BackendException(
                    "cache " + cache.getName() + ": mode " + mode + " will not do; replicated and synchronous, or"
                            + " distributed and synchronous, will",
                    null);
        }
    }

    /** Whose numbers are given up would begin them anew. */
    private static void checkRoom(Cache<?, ?> marks) {
        MemoryConfiguration memory = marks.getCacheConfiguration().memory();
        if (memory.maxCount() > 0 || memory.maxSizeBytes() > 0) {
            throw new BackendException(
                    "cache " + marks.getName() + " evicts: marks must not be; give another one for them", null);
        }
    }

    /** Compare-and-set must take equal bytes for the same: containers that keep objects may not. */
    private static void checkComparison(Cache<String, byte[]> cache) {
        String name = "memoized-check-" + UUID.randomUUID();
        byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
        cache.put(name, bytes, 1, TimeUnit.MINUTES);
        boolean isSame = cache.replace(name, bytes.clone(), bytes, 1, TimeUnit.MINUTES);
        cache.remove(name);
        if (!isSame) {
            throw new BackendException(
                    "cache " + cache.getName() + " does not compare bytes by what they are; set its encoding to"
                            + " application/x-protostream, or on WildFly the container's marshaller to JBOSS",
                    null);
        }
    }

    /** Whether entries lie with some members only. */
    static boolean isOfParts(Cache<?, ?> cache) {
        return cache.getCacheConfiguration().clustering().cacheMode().isDistributed();
    }

    private static Set<String> members(EmbeddedCacheManager manager) {
        List<Address> members = manager.getMembers();
        return members == null ? Set.of() : members.stream().map(Caches::text).collect(Collectors.toSet());
    }

    private static String text(@Nullable Address address) {
        return address == null ? "" : address.toString();
    }
}
