package dev.memoized.redis;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.Protocol.Command;

/** What clients have sent, as the server has counted it. */
final class Commands {
    /** Of connections, of the channel and of the counting. */
    private static final Set<String> BESIDE = Set.of(
            "config", "config|resetstat", "info", "hello", "client", "client|setinfo", "select", "subscribe", "ping");

    private static final Set<String> OF_SCRIPTS = Set.of("eval", "evalsha");

    private Commands() {}

    /** How often each was called meanwhile; those within scripts too. */
    static Map<String, Long> counted(RedisServer server, Runnable calls) {
        server.send(Command.CONFIG, "RESETSTAT");
        calls.run();
        return of(server.client().info("commandstats"));
    }

    /** The same by all masters of a cluster. */
    static Map<String, Long> counted(RedisCluster cluster, Runnable calls) {
        cluster.masters().forEach(node -> node.tell(Command.CONFIG, "RESETSTAT"));
        calls.run();
        Map<String, Long> all = new HashMap<>();
        for (RedisCluster.Node node : cluster.masters()) {
            of(node.text(Command.INFO, "commandstats")).forEach((name, count) -> all.merge(name, count, Long::sum));
        }
        return all;
    }

    private static Map<String, Long> of(String statistics) {
        Map<String, Long> all = new HashMap<>();
        statistics.lines().filter(line -> line.startsWith("cmdstat_")).forEach(line -> {
            String name = line.substring("cmdstat_".length(), line.indexOf(':'));
            all.put(name, Long.parseLong(line.replaceAll(".*:calls=(\\d+),.*", "$1")));
        });
        all.keySet().removeAll(BESIDE);
        return all;
    }

    /** How many scripts. */
    static long scripts(Map<String, Long> counted) {
        return OF_SCRIPTS.stream()
                .mapToLong(name -> counted.getOrDefault(name, 0L))
                .sum();
    }
}
