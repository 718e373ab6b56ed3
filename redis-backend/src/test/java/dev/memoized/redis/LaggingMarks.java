package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.testing.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What two JVMs at a cluster, neither of which listens, get wrong of each other's marks. */
final class LaggingMarks implements Function<String, List<String>> {
    private static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));

    private final ManualClock clock = new ManualClock();
    private final List<String> wrong = new ArrayList<>();

    @Override
    public List<String> apply(String uri) {
        Map<String, String> settings = Map.of("uri", uri, "key-prefix", "lagging" + System.nanoTime());
        try (ByteBackend one = Given.backend(settings, clock);
                ByteBackend other = Given.backend(settings, clock)) {
            look(Everything.open(one), Everything.open(other));
        }
        return wrong;
    }

    private void look(Store<byte[]> here, Store<byte[]> there) {
        put(here, "old");
        check("own mark", "old", read(here));
        here.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        check("own mark", null, read(here));

        put(here, "old");
        check("other mark", "old", read(here));
        there.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        put(here, "new");
        check("put after it", "new", read(there));

        there.invalidate(Mark.tag("unknown"), InvalidationMode.HARD);
        put(there, "newer");
        check("more recent than what is held", "newer", read(here));

        there.invalidate(Mark.tag("tag"), InvalidationMode.HARD);
        clock.advance(Duration.ofSeconds(1).plusMillis(1));
        check("a second later", null, read(here));
    }

    private void put(Store<byte[]> store, String value) {
        store.put(KEY, Entry.of(value.getBytes(UTF_8), clock.nanos(), Set.of("tag")), Bench.LIFE);
    }

    private @Nullable String read(Store<byte[]> store) {
        Entry<byte[]> entry = store.read(KEY, clock.nanos());
        return entry == null ? null : new String(entry.value(), UTF_8);
    }

    private void check(String what, @Nullable String right, @Nullable String found) {
        if (!Objects.equals(right, found)) {
            wrong.add(what);
        }
    }
}
