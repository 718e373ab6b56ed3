package dev.memoized.infinispan.remote;

import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.TaggedKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.BiPredicate;
import org.awaitility.core.ConditionFactory;
import org.awaitility.core.ConditionTimeoutException;

/**
 * One client holds a lease when the server hangs up; what it is for is dropped by another one as soon as that reaches the
 * server again, or meanwhile (cell); answers whether the holder learns of it all the same, within a time.
 */
final class LostServer implements BiPredicate<String, Duration> {
    private static final TaggedKey KEY = new TaggedKey("key", Set.of("tag"));

    @Override
    public boolean test(String drop, Duration within) {
        try (Server server = new Server()) {
            server.start();
            try (Bench bench = new Bench(server)) {
                return learns(server, bench, drop, within);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean learns(Server server, Bench bench, String drop, Duration within) {
        Lease lease = bench.lease(0, KEY);
        Lease other = bench.lease(0, "other");
        server.hangUp();
        if (drop.equals("cell")) {
            server.remove(bench.cell(KEY));
            server.listen();
        } else {
            server.listen();
            patiently(Duration.ofSeconds(60)).until(() -> {
                drop(bench, drop);
                return true;
            });
        }
        try {
            patiently(within).until(lease::isVoid);
        } catch (ConditionTimeoutException never) {
            return false;
        }
        return !other.isVoid() || drop.equals("namespace");
    }

    private static void drop(Bench bench, String what) {
        switch (what) {
            case "key" -> bench.on(1).invalidate(KEY);
            case "tag" -> bench.on(1).invalidate(Mark.tag("tag"), InvalidationMode.HARD);
            default -> bench.on(1).invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        }
    }

    private static ConditionFactory patiently(Duration atMost) {
        return await().atMost(atMost).ignoreExceptionsInstanceOf(BackendException.class);
    }
}
