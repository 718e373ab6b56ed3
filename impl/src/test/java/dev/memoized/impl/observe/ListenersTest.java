package dev.memoized.impl.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.CacheListener;
import dev.memoized.CallCounts;
import dev.memoized.Outcome;
import dev.memoized.RefreshEvent;
import dev.memoized.impl.log.HeardLog;
import dev.memoized.impl.log.Log;
import dev.memoized.testing.RecordingListener;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListenersTest {

    private static CacheListener failing(Throwable failure) {
        return new CacheListener() {
            @Override
            public void called(String name, Outcome outcome, long ageNanos) {
                raise();
            }

            @Override
            public void refreshed(String name, RefreshEvent event) {
                raise();
            }

            private void raise() {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        };
    }

    @Test
    void oneFails_theOthersAreToldAndTheLogOnce() {
        RecordingListener first = new RecordingListener();
        RecordingListener last = new RecordingListener();
        for (Throwable failure : List.of(
                new IllegalStateException("4111"), new NoClassDefFoundError("4111"), new AssertionError("4111"))) {
            try (HeardLog heard = HeardLog.open()) {
                Listeners all = new Listeners(List.of(first, failing(failure), last), new Log());
                all.of("books").called(Outcome.FRESH, 5);
                all.of("books").refreshed(RefreshEvent.FAILED);
                assertThat(heard.texts()).hasSize(2).noneMatch(text -> text.contains("4111"));
                assertThat(heard.texts().get(0)).startsWith("WARNING MEMO0307");
                assertThat(heard.texts().get(1)).startsWith("FINE MEMO0307");
            }
        }
        for (RecordingListener each : List.of(first, last)) {
            assertThat(each.calls()).hasSize(3).containsOnly(new RecordingListener.Called("books", Outcome.FRESH, 5));
            assertThat(each.refreshEvents()).hasSize(3).containsOnly(RefreshEvent.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "999, 1", "1000, 0"})
    void valuesAreHardlyEverServed_theLogIsToldOnce(int served, int told) {
        try (HeardLog heard = HeardLog.open()) {
            MethodListeners books = new Listeners(List.of(), new Log()).of("books");
            for (int i = 0; i < served; i++) {
                books.called(Outcome.FRESH, 5);
            }
            for (int i = 0; i < 100_000; i++) {
                books.called(Outcome.COMPUTED, 5);
                books.stored();
            }
            books.stored();
            assertThat(heard.texts()).hasSize(told).allMatch(text -> text.startsWith("WARNING MEMO0383 books: "));
        }
    }

    @Test
    void nobodyListens_callsAreCountedAllTheSame() {
        Listeners all = new Listeners(List.of(), new Log());
        all.of("books").called(Outcome.FRESH, 5);
        assertThat(all.counts("books").count(Outcome.FRESH)).isOne();
    }

    @Test
    void methodsShareAName_theyShareTheCounts() {
        Listeners all = new Listeners(List.of(), new Log());
        assertThat(all.of("books")).isSameAs(all.of("books")).isNotSameAs(all.of("authors"));
        all.of("books").called(Outcome.FRESH, 5);
        all.of("books").called(Outcome.STALE, 5);
        all.of("authors").refreshed(RefreshEvent.REJECTED);
        assertThat(all.counts("books").calls()).isEqualTo(2);
        assertThat(all.counts("authors").calls()).isZero();
        assertThat(all.counts("authors").count(RefreshEvent.REJECTED)).isOne();
    }

    @Test
    void nameIsUnknown_countsAreZeroAndItStaysUnknown() {
        Listeners all = new Listeners(List.of(), new Log());
        CallCounts counts = all.counts("books");
        assertThat(counts.name()).isEqualTo("books");
        assertThat(counts.outcomes()).containsOnlyKeys(Outcome.values()).doesNotContainValue(1L);
        assertThat(counts.refreshes()).containsOnlyKeys(RefreshEvent.values()).doesNotContainValue(1L);
        assertThat(counts.hitRatio()).isZero();
        assertThat(all.counts()).isEmpty();
    }

    @Test
    void severalNamesAreOpen_theirCountsAreInOrder() {
        Listeners all = new Listeners(List.of(), new Log());
        Stream.of("c", "a", "b", "a").forEach(all::of);
        assertThat(all.counts()).extracting(CallCounts::name).containsExactly("a", "b", "c");
    }
}
