package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Many keys at once, and the cache as a map. */
abstract class CacheBulkContract extends CacheCountingContract {

    @Test
    void getAll_findsWhatThereIs() {
        cache().set("b", 2);
        cache().set("a", null);
        assertThat(cache().getAll(List.of("a", "b", "c")))
                .hasSize(2)
                .containsEntry("a", null)
                .containsEntry("b", 2);
        assertThat(cache().getAll(List.of("b", "c", "a")).keySet()).containsExactly("b", "a");
        assertThat(cache().getAll(List.of())).isEmpty();
    }

    @Test
    void setAll_storesEach() {
        Map<String, Object> values = new HashMap<>();
        values.put("a", 1);
        values.put("b", null);
        assertThat(cache().setAll(values)).isTrue();
        assertHolds("a", 1);
        assertHolds("b", null);
        pass(DEFAULT.plusSeconds(1));
        assertHoldsNothing("a");
        assertHoldsNothing("b");
    }

    @Test
    void setAll_withALimit() {
        cache().setAll(Map.of("a", 1), Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertHoldsNothing("a");
    }

    @Test
    void deleteAll_forgetsEach() {
        cache().setAll(Map.of("a", 1, "b", 2, "c", 3));
        cache().deleteAll(List.of("a", "b", "unknown"));
        assertHoldsNothing("a");
        assertHoldsNothing("b");
        assertHolds("c", 3);
    }

    @Test
    void clear_forgetsTheNamespaceOnly() {
        cache().set("a", 1);
        cache().schema("2").set("a", 2);
        cache().prefixed("books.").set("a", 3);
        cache().clear();
        assertHoldsNothing("a");
        assertThat(cache().schema("2").get("a")).isNull();
        assertThat(cache().prefixed("books.").get("a")).isEqualTo(3);
    }

    @Test
    void map_readsAndWritesThrough() {
        Map<String, Object> map = cache().asMap();
        assertThat(map.put("a", 1)).isNull();
        assertHolds("a", 1);
        assertThat(map.put("a", 2)).isEqualTo(1);
        assertThat(map.containsKey("a")).isTrue();
        assertThat(map.get("a")).isEqualTo(2);
        assertThat(map.containsKey("b")).isFalse();
        assertThat(map.putIfAbsent("a", 3)).isEqualTo(2);
        assertThat(map.putIfAbsent("b", 3)).isNull();
        assertThat(map.computeIfAbsent("c", key -> key + key)).isEqualTo("cc");
        assertThat(map.remove("a")).isEqualTo(2);
        assertThat(map.remove("a")).isNull();
        assertHoldsNothing("a");
        map.putAll(Map.of("d", 4));
        assertHolds("d", 4);
        map.clear();
        assertHoldsNothing("d");
    }

    @Test
    void map_enumeratesWhereTheStoreCan() {
        Map<String, Object> map = cache().asMap();
        map.put("a", 1);
        cache().prefixed("books.").set("hidden", 2);
        cache().set("ended", 3, Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        if (enumerates()) {
            assertThat(map).hasSize(1).containsExactlyEntriesOf(Map.of("a", 1));
            map.keySet().remove("a");
            assertThat(map).isEmpty();
            assertHoldsNothing("a");
        } else {
            assertThatThrownBy(map::size).isInstanceOf(UnsupportedOperationException.class);
            assertThatThrownBy(() -> map.entrySet().iterator()).isInstanceOf(UnsupportedOperationException.class);
        }
    }
}
