package dev.memoized.infinispan.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.TimeSource;
import dev.memoized.testing.GivenSettings;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Backends of settings, as configuration makes them, and what is asked of them. */
final class Said {
    private static final InfinispanRemoteProvider PROVIDER = new InfinispanRemoteProvider();
    private static final TimeSource TIME = TimeSource.ofMachine();

    private Said() {}

    static InfinispanRemoteBackend backend(Map<String, String> set) {
        return (InfinispanRemoteBackend) PROVIDER.create(new GivenSettings(PROVIDER, set, TIME));
    }

    static void put(InfinispanRemoteBackend backend, String value) {
        Entry<byte[]> entry = Entry.of(value.getBytes(UTF_8), TIME.nanos(), Set.of("tag"));
        assertThat(backend.open(Bench.books()).put("key", entry, Bench.LIFE)).isTrue();
    }

    static @Nullable String read(InfinispanRemoteBackend backend) {
        Entry<byte[]> entry = backend.open(Bench.books()).read("key", TIME.nanos());
        return entry == null || entry.value() == null ? null : new String(entry.value(), UTF_8);
    }
}
