package dev.memoized.infinispan.remote;

import dev.memoized.cells.Ground;
import dev.memoized.cells.Names;
import dev.memoized.cells.Source;
import dev.memoized.spi.TimeSource;
import java.util.function.Supplier;
import org.infinispan.client.hotrod.RemoteCache;

/** Makes a backend in a cache that is given. Not thread-safe. */
public final class Builder {
    private final Supplier<RemoteCache<String, byte[]>> cache;
    private String prefix = Names.USUAL_PREFIX;
    private TimeSource time = TimeSource.ofMachine();

    Builder(Supplier<RemoteCache<String, byte[]>> cache) {
        this.cache = cache;
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
     * Makes the backend.
     *
     * @return looks at its cache when it is used for the first time: one that will not do is a
     *     {@link dev.memoized.BackendException} then, and says what will
     */
    public InfinispanRemoteBackend build() {
        Names names = new Names(prefix);
        return new InfinispanRemoteBackend(names, new Given(cache, names, time), time);
    }

    /** What was given is left as it is. */
    private record Given(Supplier<RemoteCache<String, byte[]>> cache, Names names, TimeSource time) implements Source {

        @Override
        public Ground open() {
            return new AtServer(Check.checked(cache.get(), names), time);
        }

        @Override
        public RuntimeException said(RuntimeException failure) {
            return Trouble.said(failure);
        }
    }
}
