package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.infinispan.Cache;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.manager.EmbeddedCacheManager;
import org.jspecify.annotations.Nullable;

/** Makes a backend in caches that are given. Not thread-safe. */
public final class Builder {
    private final @Nullable EmbeddedCacheManager manager;
    private final @Nullable Cache<String, byte[]> entries;
    private @Nullable Cache<String, String> marks;
    private @Nullable Duration lockWait;
    private String prefix = Names.USUAL_PREFIX;
    private TimeSource time = TimeSource.ofMachine();

    Builder(EmbeddedCacheManager manager) {
        this.manager = manager;
        this.entries = null;
    }

    Builder(Cache<String, byte[]> entries) {
        this.manager = null;
        this.entries = entries;
    }

    /**
     * Where numbers of invalidations lie.
     *
     * @param cache replicated and synchronous; that of the entries, or one of the container that was given, unless it is set
     * @return this
     */
    public Builder marks(Cache<String, String> cache) {
        marks = cache;
        return this;
    }

    /**
     * What all names begin with.
     *
     * @param text backends with other prefixes share nothing; {@code memoized} unless it is set
     * @return this
     */
    public Builder prefix(String text) {
        prefix = text;
        return this;
    }

    /**
     * The clock.
     *
     * @param clock that of the application, where it has one; the machine's unless it is set
     * @return this
     */
    public Builder time(TimeSource clock) {
        time = clock;
        return this;
    }

    /**
     * Elects who computes by clustered locks, before the lease is asked for: {@code infinispan-clustered-lock} must be there,
     * and its reliability in a container that is given should be {@code AVAILABLE}.
     *
     * @param atMost how long a caller waits for a lock before the lease alone decides; shorter than {@code waitAtMost}
     * @return this
     */
    public Builder clusteredLocks(Duration atMost) {
        lockWait = atMost;
        return this;
    }

    /**
     * Makes the backend.
     *
     * @return looks at its caches when it is used for the first time: one that will not do is a
     *     {@link dev.memoized.BackendException} then, and says what will
     */
    public InfinispanBackend build() {
        Names names = new Names(prefix);
        Duration wait = lockWait;
        InCaches.Ballot ballot = wait == null ? any -> Election.NONE : in -> new Locks(in, names, wait);
        return new InfinispanBackend(new InCaches.Source(names, new Given(this), ballot), time, capabilities());
    }

    private Set<Capability> capabilities() {
        boolean isShared = entries == null
                ? manager != null && manager.getCacheManagerConfiguration().isClustered()
                : entries.getCacheConfiguration().clustering().cacheMode().isClustered();
        return isShared ? Set.of(Capability.SHARED) : Set.of();
    }

    /** What was given is left as it is. */
    private record Given(Builder builder) implements InCaches.Origin {

        @Override
        public Caches open() {
            Cache<String, byte[]> entries = builder.entries;
            Cache<String, String> marks = builder.marks;
            if (entries == null) {
                EmbeddedCacheManager manager = Objects.requireNonNull(builder.manager);
                CacheMode mode =
                        manager.getCacheManagerConfiguration().isClustered() ? CacheMode.REPL_SYNC : CacheMode.LOCAL;
                Defined defined = new Defined(manager);
                return Caches.checked(defined.entries(mode), marks == null ? defined.marks() : marks);
            }
            return Caches.checked(entries, marks == null ? same(entries) : marks);
        }

        /** Keys tell the two apart. */
        @SuppressWarnings("unchecked")
        private static Cache<String, String> same(Cache<String, byte[]> cache) {
            return (Cache<String, String>) (Cache<?, ?>) cache;
        }
    }
}
