package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Cache;
import dev.memoized.NoSuchBackendException;
import dev.memoized.TypeOf;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Views of one service. */
abstract class CacheViewsContract extends CacheBulkContract {

    @Test
    void prefixes_haveTheirOwnKeys() {
        cache().set("a", 1);
        cache().prefixed("books.").set("a", 2);
        cache().prefixed("books.").prefixed("fr.").set("a", 3);
        assertHolds("a", 1);
        assertHoldsNothing("books.a");
        assertThat(cache().prefixed("books.").get("a")).isEqualTo(2);
        assertThat(cache().prefixed("books.").get("fr.a")).isNull();
        assertThat(cache().prefixed("books.fr.").get("a")).isEqualTo(3);
    }

    @Test
    void equalViews_shareValues() {
        cache().prefixed("books.").schema("1").set("a", 1);
        assertThat(cache().schema("1").prefixed("books.").get("a")).isEqualTo(1);
        assertThat(cache().schema("1")
                        .prefixed("books.")
                        .expireAfter(Duration.ofDays(1))
                        .get("a"))
                .isEqualTo(1);
    }

    @Test
    void schemas_doNotSeeEachOther() {
        cache().schema("1").set(KEY, "old");
        assertThat(cache().schema("2").get(KEY)).isNull();
        cache().schema("2").set(KEY, "new");
        assertThat(cache().schema("1").get(KEY)).isEqualTo("old");
        assertHoldsNothing(KEY);
    }

    @Test
    void backends_areApart() {
        cache().backend("other").set(KEY, "there");
        assertHoldsNothing(KEY);
        assertThat(cache().backend("other").get(KEY)).isEqualTo("there");
        cache().clear();
        assertThat(cache().backend("other").get(KEY)).isEqualTo("there");
    }

    @Test
    void unknownBackend_isToldAtOnce() {
        assertThatThrownBy(() -> cache().backend("nowhere"))
                .isInstanceOf(NoSuchBackendException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("other");
    }

    @Test
    void types_haveArguments() {
        Cache<List<Integer>> lists = cache().of(new TypeOf<List<Integer>>() {});
        lists.set(KEY, List.of(1, 2));
        assertThat(lists.get(KEY)).containsExactly(1, 2);
        Cache<Map<String, List<Integer>>> maps = cache().of(new TypeOf<Map<String, List<Integer>>>() {});
        assertThat(maps.get(KEY)).isNull();
    }

    @Test
    void limitsThatContradict_areRefused() {
        Cache<Object> wrong = cache().refreshAfter(Duration.ofHours(2)).expireAfter(Duration.ofHours(1));
        assertThatThrownBy(() -> wrong.get(KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MEMO")
                .hasMessageContaining("refreshAfter");
        assertThatThrownBy(() -> cache().expireAfter(Duration.ZERO).get(KEY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("MEMO");
    }

    @Test
    void prefixWithAQuote_isRefused() {
        assertThatThrownBy(() -> cache().prefixed("it's").get(KEY)).isInstanceOf(IllegalArgumentException.class);
    }
}
