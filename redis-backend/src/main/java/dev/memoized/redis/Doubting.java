package dev.memoized.redis;

import redis.clients.jedis.CommandObject;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.executors.DefaultCommandExecutor;

/** Sends commands to the leader, and tells what came of it. */
final class Doubting implements CommandExecutor {
    private final CommandExecutor executor;
    private final Leaders leaders;

    Doubting(Leaders leaders) {
        this.executor = new DefaultCommandExecutor(leaders);
        this.leaders = leaders;
    }

    @Override
    public <T> T executeCommand(CommandObject<T> command) {
        try {
            return executor.executeCommand(command);
        } catch (JedisException failure) {
            leaders.failed(failure);
            throw failure;
        }
    }

    @Override
    public void close() {
        leaders.close();
    }
}
