package dev.memoized.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.StoreStats;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoBackendTest {
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final Entry<Object> ENTRY = Entry.of("value", 0, Set.of());

    private final Store<Object> store = new NoBackend().open(new Namespace("books", "", 10, Object::toString));

    private Lease lease() {
        return ((LeaseAnswer.Granted<Object>) store.lease("k", LIFE, true)).lease();
    }

    @Test
    void whateverIsStored_isNotThere() {
        assertThat(store.publish(lease(), ENTRY, LIFE)).isFalse();
        assertThat(store.put("k", ENTRY, LIFE)).isFalse();
        assertThat(store.putAll(Map.of("k", ENTRY), LIFE)).isFalse();
        assertThat(store.add("k", ENTRY, LIFE)).isTrue();
        assertThat(store.read("k", 0)).isNull();
        assertThat(store.readAll(List.of("k"), 0)).isEmpty();
        assertThat(store.touch("k", LIFE)).isFalse();
        assertThat(store.increment("k", 1)).isEmpty();
        assertThat(store.invalidate("k")).isFalse();
        assertThat(store.stats()).isEqualTo(new StoreStats(0, 0, 0));
    }

    @Test
    void leases_areGrantedToAllAndNeverVoid() throws Exception {
        Lease first = lease();
        Lease second = lease();
        store.invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        store.release(second);
        store.awaitChange("k", LIFE);
        assertThat(first.key()).isEqualTo("k");
        assertThat(first.isVoid()).isFalse();
        assertThat(store.renew(first, LIFE)).isTrue();
    }
}
