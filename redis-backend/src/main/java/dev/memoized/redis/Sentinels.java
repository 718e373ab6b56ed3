package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisException;

/** Those who know which server leads. Thread-safe. */
final class Sentinels {
    private final AtomicInteger first = new AtomicInteger();
    private final List<HostAndPort> all;
    private final String leader;
    private final JedisClientConfig config;

    /**
     * Not asked yet.
     *
     * @param leader as they call it
     * @param config by which they are asked, not the servers
     */
    Sentinels(List<HostAndPort> all, String leader, JedisClientConfig config) {
        this.all = List.copyOf(all);
        this.leader = leader;
        this.config = config;
    }

    /** What one says who is cut off from the others may be wrong: next time another one is asked first. */
    void doubt() {
        first.incrementAndGet();
    }

    /** By the first that knows. */
    HostAndPort leader() {
        JedisException last = null;
        for (int i = 0; i < all.size(); i++) {
            try {
                Optional<HostAndPort> told = ask(all.get(Math.floorMod(first.get() + i, all.size())));
                if (told.isPresent()) {
                    return told.get();
                }
            } catch (JedisException failure) {
                last = failure;
            }
        }
        throw new JedisException(last == null ? "NOLEADER of this name" : "NOSENTINEL has answered", last);
    }

    private Optional<HostAndPort> ask(HostAndPort sentinel) {
        try (Connection connection = new Connection(sentinel, config)) {
            return address(connection.executeCommand(new CommandArguments(Command.SENTINEL)
                    .add("GET-MASTER-ADDR-BY-NAME")
                    .add(leader)));
        }
    }

    private static Optional<HostAndPort> address(@Nullable Object answer) {
        return answer instanceof List<?> parts && parts.size() == 2
                ? Optional.of(new HostAndPort(text(parts.get(0)), Integer.parseInt(text(parts.get(1)))))
                : Optional.empty();
    }

    private static String text(Object part) {
        return new String((byte[]) part, UTF_8);
    }
}
