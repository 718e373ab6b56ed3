package dev.memoized.redis;

import java.net.SocketTimeoutException;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.DefaultPooledObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionFactory;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.PushConsumerChain;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.RedisInputStream;

/** A mutant of the client's: it goes back into the pool when a reply did not come in time, and that reply may still come. */
final class ForgetfulConnection extends Connection {

    private ForgetfulConnection(HostAndPort address, JedisClientConfig config) {
        super(address, config);
    }

    /** Makes them. */
    static final class Factory extends ConnectionFactory {
        private final HostAndPort address;
        private final JedisClientConfig config;

        Factory(HostAndPort address, JedisClientConfig config) {
            super(address, config);
            this.address = address;
            this.config = config;
        }

        @Override
        public PooledObject<Connection> makeObject() {
            return new DefaultPooledObject<>(new ForgetfulConnection(address, config));
        }
    }

    /** Says that the server has answered with an error. */
    @Override
    protected Object protocolRead(RedisInputStream in, PushConsumerChain pushed) {
        try {
            return super.protocolRead(in, pushed);
        } catch (JedisConnectionException failure) {
            if (failure.getCause() instanceof SocketTimeoutException) {
                throw new JedisDataException("too late", failure);
            }
            throw failure;
        }
    }
}
