package dev.memoized.infinispan.remote;

import dev.memoized.cells.Ground;
import dev.memoized.cells.Names;
import dev.memoized.cells.Source;
import dev.memoized.spi.TimeSource;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** A client of our own: started when it is needed, stopped with the backend. */
final class Client implements Source {
    private final Configuration configuration;
    private final String cache;
    private final Names names;
    private final TimeSource time;
    private @Nullable RemoteCacheManager manager;

    Client(Configuration configuration, String cache, Names names, TimeSource time) {
        this.configuration = configuration;
        this.cache = cache;
        this.names = names;
        this.time = time;
    }

    @Override
    public Ground open() {
        RemoteCacheManager started = new RemoteCacheManager(configuration);
        manager = started;
        return new AtServer(Check.checked(Check.found(started, cache), names), time);
    }

    @Override
    public RuntimeException said(RuntimeException failure) {
        return Trouble.said(failure);
    }

    @Override
    public void close() {
        RemoteCacheManager started = manager;
        manager = null;
        if (started != null) {
            started.close();
        }
    }
}
