package dev.memoized.redis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.util.JedisURIHelper;

/** What a URI says: where to, as whom, and which database. It may hold a password, and is never told. */
final class Target {
    private static final String SENTINEL = "-sentinel://";
    private static final String CLUSTER = "-cluster://";

    private final List<HostAndPort> hosts;
    private final @Nullable String leader;
    private final boolean isCluster;
    private final URI first;

    /** All URIs are alike but for the host. */
    private Target(List<URI> uris, @Nullable String leader, boolean isCluster) {
        this.hosts = uris.stream().map(JedisURIHelper::getHostAndPort).toList();
        this.leader = leader;
        this.isCluster = isCluster;
        this.first = uris.get(0);
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException it is of another form
     */
    static Target of(String text) {
        try {
            if (isOf(SENTINEL, text)) {
                return ofSentinels(text.replaceFirst(SENTINEL, "://"));
            }
            return isOf(CLUSTER, text)
                    ? ofCluster(text.replaceFirst(CLUSTER, "://"))
                    : new Target(List.of(checked(URI.create(text))), null, false);
        } catch (IllegalArgumentException odd) {
            throw new IllegalArgumentException(
                    "uri: not of the form redis://user:password@host:port/database, or rediss://;"
                            + " redis-sentinel://user:password@host:port,host:port/database#leader, or rediss-sentinel://;"
                            + " redis-cluster://user:password@host:port,host:port, or rediss-cluster://");
        }
    }

    private static boolean isOf(String kind, String text) {
        return text.startsWith("redis" + kind) || text.startsWith("rediss" + kind);
    }

    private static Target ofSentinels(String text) {
        String leader = URI.create(text).getFragment();
        if (leader == null || leader.isEmpty()) {
            throw new IllegalArgumentException();
        }
        return new Target(each(URI.create(text)), leader, false);
    }

    /** It has one database only. */
    private static Target ofCluster(String text) {
        Target all = new Target(each(URI.create(text)), null, true);
        if (all.database() != 0) {
            throw new IllegalArgumentException();
        }
        return all;
    }

    private static List<URI> each(URI all) {
        String authority = all.getRawAuthority();
        if (authority == null) {
            throw new IllegalArgumentException();
        }
        int at = authority.lastIndexOf('@') + 1;
        List<URI> uris = new ArrayList<>();
        for (String host : authority.substring(at).split(",", -1)) {
            uris.add(checked(
                    URI.create(all.getScheme() + "://" + authority.substring(0, at) + host + all.getRawPath())));
        }
        return uris;
    }

    /**
     * Hosts with ports, and commas between them.
     *
     * @throws IllegalArgumentException one is of another form
     */
    static List<HostAndPort> hosts(String text) {
        List<HostAndPort> hosts = new ArrayList<>();
        for (String each : text.isEmpty() ? new String[0] : text.split(",", -1)) {
            try {
                hosts.add(HostAndPort.from(each.strip()));
            } catch (RuntimeException odd) {
                throw new IllegalArgumentException("replicas: not of the form host:port,host:port");
            }
        }
        return hosts;
    }

    private static URI checked(URI uri) {
        if (JedisURIHelper.getDBIndex(uri) < 0
                || !JedisURIHelper.isValid(uri)
                || !(JedisURIHelper.isRedisScheme(uri) || JedisURIHelper.isRedisSSLScheme(uri))) {
            throw new IllegalArgumentException();
        }
        return uri;
    }

    /** The server, the sentinels, or nodes of the cluster. */
    List<HostAndPort> hosts() {
        return hosts;
    }

    /** As the sentinels call it; empty without them. */
    Optional<String> leader() {
        return Optional.ofNullable(leader);
    }

    boolean isCluster() {
        return isCluster;
    }

    boolean isSecured() {
        return JedisURIHelper.isRedisSSLScheme(first);
    }

    Optional<String> user() {
        return Optional.ofNullable(JedisURIHelper.getUser(first));
    }

    Optional<String> password() {
        return Optional.ofNullable(JedisURIHelper.getPassword(first));
    }

    int database() {
        return JedisURIHelper.getDBIndex(first);
    }
}
