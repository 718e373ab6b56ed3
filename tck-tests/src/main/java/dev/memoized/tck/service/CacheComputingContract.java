package dev.memoized.tck.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Cache;
import dev.memoized.testing.Callers;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Values that are computed when there is none. */
abstract class CacheComputingContract extends CacheViewsContract {
    final AtomicInteger computed = new AtomicInteger();

    private String compute() {
        return "value-" + computed.incrementAndGet();
    }

    @Test
    void getOrCompute_computesOnce() throws Exception {
        assertThat(cache().getOrCompute(KEY, this::compute)).isEqualTo("value-1");
        assertThat(cache().getOrCompute(KEY, this::compute)).isEqualTo("value-1");
        assertHolds(KEY, "value-1");
    }

    @Test
    void getOrCompute_findsWhatWasSet() throws Exception {
        cache().set(KEY, "set");
        assertThat(cache().getOrCompute(KEY, this::compute)).isEqualTo("set");
        assertThat(computed).hasValue(0);
    }

    @Test
    void getOrCompute_remembersNull() throws Exception {
        assertThat(cache().getOrCompute(KEY, () -> {
                    compute();
                    return null;
                }))
                .isNull();
        assertThat(cache().getOrCompute(KEY, this::compute)).isNull();
        assertThat(computed).hasValue(1);
        assertHolds(KEY, null);
    }

    @Test
    void getOrCompute_passesFailuresOn() {
        assertThatThrownBy(() -> cache().getOrCompute(KEY, () -> {
                    throw new IOException("no origin");
                }))
                .isExactlyInstanceOf(IOException.class);
        assertHoldsNothing(KEY);
    }

    @Test
    void getOrCompute_servesStaleAndRenewsBehind() throws Exception {
        Cache<Object> view = cache().refreshAfter(Duration.ofMinutes(1)).expireAfter(Duration.ofHours(1));
        view.getOrCompute(KEY, this::compute);
        pass(Duration.ofMinutes(2));
        assertThat(view.getOrCompute(KEY, this::compute)).isEqualTo("value-1");
        runBehind();
        assertThat(view.getOrCompute(KEY, this::compute)).isEqualTo("value-2");
        assertThat(computed).hasValue(2);
    }

    @Test
    void getOrCompute_endsAtTheHardLimit() throws Exception {
        Cache<Object> view = cache().refreshAfter(Duration.ofMinutes(1)).expireAfter(Duration.ofHours(1));
        view.getOrCompute(KEY, this::compute);
        pass(Duration.ofHours(1).plusMillis(1));
        assertThat(view.getOrCompute(KEY, this::compute)).isEqualTo("value-2");
    }

    @Test
    void getOrCompute_doesNotSeeAnotherType() throws Exception {
        cache().set(KEY, "text");
        assertThat(cache().of(Integer.class).getOrCompute(KEY, computed::incrementAndGet))
                .isEqualTo(1);
        assertThat(cache().of(Integer.class).get(KEY)).isEqualTo(1);
    }

    @Test
    void getOrCompute_givesTheWidthOfTheView() throws Exception {
        assertThat(cache().of(Long.class).getOrCompute(KEY, () -> 5L)).isEqualTo(5L);
        assertThat(cache().of(Long.class).getOrCompute(KEY, () -> 6L)).isEqualTo(5L);
        assertThat(cache().getOrCompute(KEY, () -> 7L)).isEqualTo(5);
    }

    @Test
    void manyWhoAsk_computeOnce() {
        assertThat(Callers.start(8, number -> String.valueOf(cache().getOrCompute(KEY, this::compute)))
                        .values())
                .isEqualTo(Collections.nCopies(8, "value-1"));
    }

    @Test
    void deleteDuringAComputation_isNotLost() throws Exception {
        assertThat(cache().getOrCompute(KEY, () -> {
                    cache().delete(KEY);
                    return compute();
                }))
                .isEqualTo("value-1");
        assertHoldsNothing(KEY);
    }

    @Test
    void clearDuringAComputation_isNotLost() throws Exception {
        cache().getOrCompute(KEY, () -> {
            cache().clear();
            return compute();
        });
        assertHoldsNothing(KEY);
    }

    @Test
    void setDuringAComputation_wins() throws Exception {
        cache().getOrCompute(KEY, () -> {
            cache().set(KEY, "set");
            return compute();
        });
        assertHolds(KEY, "set");
    }

    @Test
    void getOrCompute_findsWhatWasSetForLonger() throws Exception {
        cache().set(KEY, "set", Duration.ofHours(1));
        cache().set("forever", "set", Cache.FOREVER);
        pass(Duration.ofMinutes(59));
        assertThat(cache().getOrCompute(KEY, this::compute)).isEqualTo("set");
        assertThat(cache().getOrCompute("forever", this::compute)).isEqualTo("set");
        pass(Duration.ofMinutes(1));
        assertThat(cache().getOrCompute(KEY, this::compute)).isEqualTo("value-1");
    }

    @Test
    void computationsOfTwoTypes_inEachOther_work() throws Exception {
        Cache<Integer> numbers = cache().of(Integer.class);
        Cache<String> texts = cache().of(String.class);
        assertThat(numbers.getOrCompute(KEY, () -> String.valueOf(texts.getOrCompute(KEY, () -> "four"))
                        .length()))
                .isEqualTo(4);
        assertThat(numbers.get(KEY)).isEqualTo(4);
    }

    @Test
    void computationsOfTwoTypes_atATime_eachGetTheirOwn() {
        Cache<Integer> numbers = cache().of(Integer.class);
        Cache<String> texts = cache().of(String.class);
        Callers<Object> callers = Callers.start(
                6,
                number -> number % 2 == 0
                        ? Integer.valueOf(String.valueOf(numbers.getOrCompute(KEY, () -> 1)))
                        : String.valueOf(texts.getOrCompute(KEY, () -> "one")));
        assertThat(callers.values()).isEqualTo(List.of(1, "one", 1, "one", 1, "one"));
    }

    @Test
    void computationsInside_work() throws Exception {
        assertThat(cache().getOrCompute("a", () -> cache().getOrCompute("b", () -> cache().getOrCompute("a", () -> 1))))
                .isEqualTo(1);
    }
}
