package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.infinispan.Members.Network;
import dev.memoized.infinispan.Members.Plan;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import dev.memoized.spi.CacheBackend.Capability;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.infinispan.configuration.cache.CacheMode;

/**
 * Makes backends for {@code memoized.backend.<name>.type=infinispan}. Their properties:
 *
 * <ul>
 *   <li>{@code cache}: the JNDI name ({@code java:…}) of a cache of the server, for entries; {@code marks-cache}: that of another one for the
 *       numbers of invalidations, which must be replicated. Then nothing counts that tells of members. Otherwise the backend is
 *       a member of its own:
 *   <li>{@code mode}: {@code replicated} unless it is set, where each member has all entries; {@code distributed}, where each
 *       entry lies with some; {@code local}, where nobody else takes part;
 *   <li>{@code cluster}: its name, {@code memoized} unless it is set;
 *   <li>{@code hosts}: {@code host:port,host:port} of some members, this one too; needed unless there is a stack;
 *   <li>{@code bind-address}: where this one listens, {@code SITE_LOCAL} unless it is set; {@code bind-port}: 7800 unless it
 *       is set, and one 100 above it;
 *   <li>{@code stack}: the name of a JGroups file on the class path or in the file system, instead of these;
 *   <li>{@code owners}: with how many members an entry lies when it is distributed, 2 unless it is set;
 *   <li>{@code capacity}: how many entries each member keeps at most, 100,000 unless it is set;
 *   <li>{@code single-flight}: {@code lease} unless it is set; {@code clustered-lock} elects who computes by a lock, before
 *       the lease is asked for; {@code lock-wait}: how long a caller waits for it before the lease alone decides, 100 ms unless
 *       it is set;
 *   <li>{@code key-prefix}: the first part of all names, {@code memoized} unless it is set. Backends with other prefixes share
 *       nothing.
 * </ul>
 */
public final class InfinispanProvider implements BackendProvider {
    private static final String MODE = "mode";
    private static final String CLUSTER = "cluster";
    private static final String HOSTS = "hosts";
    private static final String BIND_ADDRESS = "bind-address";
    private static final String BIND_PORT = "bind-port";
    private static final String STACK = "stack";
    private static final String OWNERS = "owners";
    private static final String CAPACITY = "capacity";
    private static final String CACHE = "cache";
    private static final String MARKS_CACHE = "marks-cache";
    private static final String SINGLE_FLIGHT = "single-flight";
    private static final String LOCK_WAIT = "lock-wait";
    private static final String KEY_PREFIX = "key-prefix";

    /** There is another one above it. */
    private static final int HIGHEST_PORT = 0xFFFF - 100;

    private static final Map<String, CacheMode> MODES =
            Map.of("local", CacheMode.LOCAL, "replicated", CacheMode.REPL_SYNC, "distributed", CacheMode.DIST_SYNC);

    /** For the service loader. */
    public InfinispanProvider() {}

    @Override
    public String type() {
        return "infinispan";
    }

    @Override
    public Set<String> properties() {
        return Set.of(
                MODE,
                CLUSTER,
                HOSTS,
                BIND_ADDRESS,
                BIND_PORT,
                STACK,
                OWNERS,
                CAPACITY,
                CACHE,
                MARKS_CACHE,
                SINGLE_FLIGHT,
                LOCK_WAIT,
                KEY_PREFIX);
    }

    @Override
    public CacheBackend create(BackendSettings settings) {
        Names names = new Names(settings.text(KEY_PREFIX).orElse(Names.USUAL_PREFIX));
        Optional<String> cache = jndiName(settings, CACHE);
        InCaches.Origin origin = cache.isPresent()
                ? new OfServer(cache.get(), jndiName(settings, MARKS_CACHE).orElse(cache.get()))
                : new Members(plan(settings));
        boolean isShared = cache.isPresent() || mode(settings).isClustered();
        return new InfinispanBackend(
                new InCaches.Source(names, origin, ballot(settings, names)),
                settings.time(),
                isShared ? Set.of(Capability.SHARED) : Set.of());
    }

    private static Optional<String> jndiName(BackendSettings settings, String property) {
        Optional<String> name = settings.text(property);
        if (name.isPresent() && !name.get().startsWith("java:")) {
            throw new IllegalArgumentException(property + ": a JNDI name that begins with java:");
        }
        return name;
    }

    private static Plan plan(BackendSettings settings) {
        if (settings.text(MARKS_CACHE).isPresent()) {
            throw new IllegalArgumentException(MARKS_CACHE + ": only with " + CACHE);
        }
        CacheMode mode = mode(settings);
        Optional<String> stack = settings.text(STACK);
        return new Plan(
                mode,
                settings.text(CLUSTER).orElse("memoized"),
                mode.isClustered() && stack.isEmpty() ? network(settings) : null,
                stack.orElse(null),
                count(settings, OWNERS, 2),
                count(settings, CAPACITY, Defined.USUAL_CAPACITY),
                isLocking(settings));
    }

    private static InCaches.Ballot ballot(BackendSettings settings, Names names) {
        Duration wait = settings.duration(LOCK_WAIT).orElse(Duration.ofMillis(100));
        if (!isLocking(settings)) {
            return any -> Election.NONE;
        }
        if (wait.toMillis() < 1) {
            throw new IllegalArgumentException(LOCK_WAIT + ": at least 1ms");
        }
        return manager -> new Locks(manager, names, wait);
    }

    private static boolean isLocking(BackendSettings settings) {
        String word = settings.text(SINGLE_FLIGHT).orElse("lease");
        boolean isLocking = word.equals("clustered-lock");
        if (!isLocking && !word.equals("lease")) {
            throw new IllegalArgumentException(SINGLE_FLIGHT + ": lease or clustered-lock");
        }
        if (isLocking && !Locks.areThere()) {
            throw new IllegalArgumentException(SINGLE_FLIGHT + ": clustered-lock needs infinispan-clustered-lock");
        }
        if (isLocking && !mode(settings).isClustered()) {
            throw new IllegalArgumentException(SINGLE_FLIGHT + ": clustered-lock needs a cluster; see " + MODE);
        }
        return isLocking;
    }

    private static CacheMode mode(BackendSettings settings) {
        String word = settings.text(MODE).orElse("replicated");
        return Optional.ofNullable(MODES.get(word))
                .orElseThrow(() -> new IllegalArgumentException(MODE + ": local, replicated or distributed"));
    }

    private static Network network(BackendSettings settings) {
        List<String> hosts = Stream.of(settings.text(HOSTS).orElse("").split(","))
                .map(String::trim)
                .filter(host -> !host.isEmpty())
                .toList();
        if (hosts.isEmpty() || !hosts.stream().allMatch(host -> host.matches("[^\\[\\]\"<&]+:\\d{1,5}"))) {
            throw new IllegalArgumentException(HOSTS + ": host:port,host:port of some members; or " + STACK);
        }
        String address = settings.text(BIND_ADDRESS).orElse("SITE_LOCAL");
        if (!address.matches("[\\w.:-]+")) {
            throw new IllegalArgumentException(BIND_ADDRESS + ": an address of this machine");
        }
        int port = settings.count(BIND_PORT).orElse(7800);
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(BIND_PORT + ": from 1 to " + HIGHEST_PORT);
        }
        return new Network(address, port, hosts);
    }

    private static int count(BackendSettings settings, String property, int usual) {
        int count = settings.count(property).orElse(usual);
        if (count < 1) {
            throw new IllegalArgumentException(property + ": at least 1");
        }
        return count;
    }
}
