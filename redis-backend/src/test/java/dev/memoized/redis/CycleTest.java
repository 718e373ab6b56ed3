package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.ColdCacheException;
import dev.memoized.MemoizedTerms;
import dev.memoized.Memoizer;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.testing.Callers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two engines, as far from each other as those of two machines, whose computations need each other's. */
@Timeout(120)
class CycleTest {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private final SystemTime time = new SystemTime();
    private final CyclicBarrier both = new CyclicBarrier(2);
    private final AtomicBoolean isCycle = new AtomicBoolean(true);

    private final class Machine implements Books, AutoCloseable {
        private final ThreadLocal<Boolean> isInside = ThreadLocal.withInitial(() -> false);
        private final RedisBackend backend = SERVER.backend(time, "cycle");
        private final Memoizer memoizer;
        private final Books memoized;
        private final String needed;

        Machine(String needed) {
            this.needed = needed;
            memoizer = Memoizer.builder()
                    .terms(MemoizedTerms.defaults().waitAtMost(Duration.ofSeconds(1)))
                    .backend(backend)
                    .time(time)
                    .build();
            memoized = memoizer.attach("books", Books.class, this, "title");
        }

        /** Both hold their leases before they ask for the other's. */
        @Override
        public String title(String key) {
            if (!isCycle.get() || isInside.get()) {
                return "title of " + key;
            }
            isInside.set(true);
            try {
                both.await(60, TimeUnit.SECONDS);
            } catch (Exception broken) {
                throw new IllegalStateException(broken);
            }
            return key + " after " + memoized.title(needed);
        }

        @Override
        public long version(int key) {
            return key;
        }

        @Override
        public void close() {
            memoizer.close();
            backend.close();
        }
    }

    @Test
    void C18_computationsThatNeedEachOthersKey_endAtTheBound() throws Exception {
        try (Machine one = new Machine("two");
                Machine two = new Machine("one")) {
            List<Machine> machines = List.of(one, two);
            List<String> keys = List.of("one", "two");

            try (Callers<Boolean> callers =
                    Callers.start(2, number -> isRefused(machines.get(number).memoized, keys.get(number)))) {
                assertThat(callers.values()).contains(true);
            }

            isCycle.set(false);
            for (String key : keys) {
                assertThat(one.memoized.title(key))
                        .isEqualTo(two.memoized.title(key))
                        .contains(key);
            }
        }
    }

    private static boolean isRefused(Books books, String key) {
        try {
            assertThat(books.title(key)).startsWith(key);
            return false;
        } catch (ColdCacheException refused) {
            return true;
        }
    }
}
