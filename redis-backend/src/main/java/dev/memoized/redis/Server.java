package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.BackendException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** The commands that are sent. What fails is a {@link BackendException}; the client closes connections that have failed. */
final class Server {
    private final UnifiedJedis client;

    Server(UnifiedJedis client) {
        this.client = client;
    }

    /** Values of these names in one step; null for those that are not there. */
    List<byte @Nullable []> read(List<byte[]> keys) {
        byte[][] all = keys.toArray(byte[][]::new);
        return again(() -> values(client.mget(all), all.length));
    }

    /** The same in a way that is given. */
    List<byte @Nullable []> read(List<byte[]> keys, Function<List<byte[]>, List<?>> reader) {
        return again(() -> values(reader.apply(keys), keys.size()));
    }

    /** As many as were asked for, and nothing else. */
    private static List<byte @Nullable []> values(List<?> answer, int count) {
        if (answer.size() != count) {
            throw new IllegalStateException("an answer to something else");
        }
        List<byte @Nullable []> values = new ArrayList<>(count);
        answer.forEach(value -> values.add((byte[]) value));
        return values;
    }

    /**
     * Takes these away, each by itself.
     *
     * @return whether the first one was there
     */
    long delete(List<byte[]> keys) {
        List<Long> gone = keys.stream().map(key -> again(() -> client.del(key))).toList();
        return gone.get(0);
    }

    /** The server's clock, in microseconds. */
    long time() {
        return again(() -> {
            List<byte[]> parts = client.executeCommand(
                    new CommandObject<>(new CommandArguments(Command.TIME), BuilderFactory.BINARY_LIST));
            return number(parts.get(0)) * 1_000_000 + number(parts.get(1));
        });
    }

    /**
     * For what may be done twice: a connection that was left idle may be dead. Who does not answer is not asked again.
     *
     * @param form what an answer is made of; it may throw anything at an odd one
     * @param arguments each attempt has its own: what must not come about twice unnoticed says so
     */
    <T> T again(Function<Object, T> form, Script.Text script, List<byte[]> keys, Supplier<byte[][]> arguments) {
        return again(() -> form.apply(run(script, keys, arguments.get())));
    }

    <T> T once(Function<Object, T> form, Script.Text script, List<byte[]> keys, byte[]... arguments) {
        return told(() -> form.apply(run(script, keys, arguments)));
    }

    /** What was asked for before, formed now. */
    <T> T formed(Function<Object, T> form, Object answer) {
        return told(() -> form.apply(answer));
    }

    private Object run(Script.Text script, List<byte[]> keys, byte[]... arguments) {
        List<byte[]> all = List.of(arguments);
        try {
            return client.evalsha(script.digest(), keys, all);
        } catch (JedisNoScriptException unknown) {
            return client.eval(script.source(), keys, all);
        }
    }

    private static <T extends @Nullable Object> T again(Supplier<T> command) {
        return told(() -> {
            try {
                return command.get();
            } catch (JedisConnectionException cut) {
                if (cut.getCause() instanceof SocketTimeoutException) {
                    throw cut;
                }
                return command.get();
            }
        });
    }

    /** Messages of the server may quote names and values: they stay in the cause. */
    private static <T extends @Nullable Object> T told(Supplier<T> command) {
        try {
            return command.get();
        } catch (JedisException failure) {
            throw new BackendException("Redis: " + Trouble.of(failure), failure);
        } catch (RuntimeException odd) {
            throw new BackendException("Redis: " + Trouble.ODD, odd);
        }
    }

    /** A whole number in an answer. */
    static long number(Object answer) {
        return answer instanceof byte[] digits ? Long.parseLong(text(digits)) : (Long) answer;
    }

    /** A time, where it counts. */
    static OptionalLong micros(Object answer) {
        return answer instanceof byte[] digits && digits.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(number(answer));
    }

    static String text(Object answer) {
        return new String((byte[]) answer, UTF_8);
    }
}
