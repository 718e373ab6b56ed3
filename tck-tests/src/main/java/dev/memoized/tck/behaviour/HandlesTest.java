package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.EntryException;
import dev.memoized.Memoized;
import dev.memoized.MemoizedEntry;
import dev.memoized.MemoizedMethods;
import dev.memoized.Remembered;
import dev.memoized.UndeclaredContextException;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.Market.Currency;
import dev.memoized.tck.behaviour.Market.Tenant;
import dev.memoized.tck.behaviour.Market.Visitor;
import dev.memoized.testing.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What handles do with entries, in requests and outside of them. */
@Timeout(60)
class HandlesTest {
    @RegisterExtension
    static final Deployed app = Deployed.with(Visitor.class, Tenant.class, Currency.class, Prices.class, Desk.class);

    private final Prices prices = app.get(Prices.class);
    private final MemoizedMethods memoized = app.get(MemoizedMethods.class);
    private final String key = app.key();

    /** A bean. */
    @ApplicationScoped
    public static class Prices {
        private final Body body = new Body();

        @Inject
        Visitor visitor;

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = Tenant.class)
        public String price(String key) {
            return body.compute(key) + " for " + visitor.tenant() + " in " + visitor.currency();
        }

        @Memoized(name = "handles.plain", expireAfter = "1h")
        public String plain(String key) {
            return body.compute(key);
        }

        @Memoized(name = "handles.numbers")
        public long number(String key, long factor) {
            return body.compute(key).length() * factor;
        }

        @Memoized
        public CompletionStage<String> stage(String key) {
            return CompletableFuture.completedStage(body.compute(key));
        }

        @Memoized(name = "handles.request", backend = "request")
        public String ofRequest(String key) {
            return body.compute(key);
        }
    }

    /** Keeps values with its instances. */
    @Dependent
    public static class Desk {
        private final Body body = new Body();

        @Memoized(name = "handles.instance", backend = "instance")
        public String own(String key) {
            return body.compute(key);
        }
    }

    private MemoizedEntry<String> priceFor(String tenant) {
        return Market.visit(app, tenant, "EUR", () -> memoized.entry(() -> prices.price(key)));
    }

    @Test
    void handle_outlives_the_request_whose_context_it_has() throws Exception {
        MemoizedEntry<String> entry = priceFor("a");
        assertThat(entry.refreshNow()).isEqualTo(key + "#1 for a in null");
        assertThat(Market.visit(app, "a", "EUR", () -> prices.price(key))).isEqualTo(key + "#1 for a in null");
        assertThat(app.outcomes()).containsExactly(FRESH);
    }

    @Test
    void refreshing_inside_a_request_does_not_see_it() {
        String value = Market.visit(
                app, "a", "EUR", () -> memoized.entry(() -> prices.price(key)).refreshNow());
        assertThat(value).isEqualTo(key + "#1 for a in null");
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
    }

    @Test
    void handle_of_another_context_computes_there() throws Exception {
        MemoizedEntry<String> ofB = priceFor("a").with(Tenant.class, "b");
        assertThat(ofB.refreshNow()).isEqualTo(key + "#1 for b in null");
        assertThat(priceFor("a").contains()).isFalse();
        assertThat(priceFor("b").lookup()).map(Remembered::value).contains(key + "#1 for b in null");
        assertThatThrownBy(() -> ofB.with(Currency.class, "EUR")).isInstanceOf(UndeclaredContextException.class);
    }

    @Test
    void context_that_is_not_there_is_told_or_given() throws Exception {
        MemoizedEntry<String> nobodys = memoized.entry(() -> prices.price(key));
        assertThatThrownBy(nobodys::contains)
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0364")
                .hasMessageContaining(Tenant.class.getName());
        assertThat(nobodys.with(Tenant.class, "c").refreshNow()).isEqualTo(key + "#1 for c in null");
    }

    @Test
    void refreshing_behind_renews_a_fresh_value() {
        prices.plain(key);
        MemoizedEntry<String> entry = memoized.entry(() -> prices.plain(key));
        assertThat(entry.refreshInBackground()).isTrue();
        assertThat(prices.plain(key)).isEqualTo(key + "#1");
        assertThat(app.refresh()).isOne();
        assertThat(prices.plain(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, FRESH, FRESH);
    }

    @Test
    void looking_up_tells_the_age() {
        prices.plain(key);
        app.advance(Duration.ofMinutes(5));
        MemoizedEntry<String> entry = memoized.entry(() -> prices.plain(key));
        assertThat(entry.lookup().orElseThrow().age()).isEqualTo(Duration.ofMinutes(5));
        app.advance(Duration.ofHours(1));
        assertThat(entry.lookup()).isEmpty();
    }

    @Test
    void stage_has_a_handle_of_its_value() throws Exception {
        MemoizedEntry<String> entry = memoized.entryAsync(() -> prices.stage(key));
        assertThat(entry.refreshNow()).isEqualTo(key + "#1");
        assertThat(prices.stage(key).toCompletableFuture()).isCompletedWithValue(key + "#1");
        assertThatThrownBy(() -> memoized.entry(() -> prices.stage(key))).hasMessageStartingWith("MEMO0363");
    }

    @Test
    void values_of_a_request_are_found_in_that_request_only() {
        MemoizedEntry<String> entry = memoized.entry(() -> prices.ofRequest(key));
        app.inRequest(() -> {
            prices.ofRequest(key);
            assertThat(entry.contains()).isTrue();
            return assertThatThrownBy(entry::refreshNow).hasMessageStartingWith("MEMO0366");
        });
        assertThat(app.inRequest(entry::contains)).isFalse();
        try (Callers<Boolean> outside = Callers.start(1, number -> entry.contains())) {
            assertThat(outside.failures())
                    .singleElement()
                    .isInstanceOf(EntryException.class)
                    .extracting(Throwable::getMessage)
                    .asString()
                    .startsWith("MEMO0366");
        }
    }

    @Test
    void values_of_an_instance_are_found_through_that_instance_only() {
        Desk one = app.get(Desk.class);
        Desk two = app.get(Desk.class);
        memoized.entry(() -> one.own(key)).put("mine");
        assertThat(one.own(key)).isEqualTo("mine");
        assertThat(memoized.entry(() -> two.own(key)).contains()).isFalse();
        assertThatThrownBy(() -> memoized.entry("handles.instance", key).contains())
                .hasMessageStartingWith("MEMO0366");
    }

    @Test
    void handle_by_name_is_that_of_the_call() throws Exception {
        MemoizedEntry<Object> entry = memoized.entry("handles.numbers", key, 2L);
        assertThat(entry.refreshNow()).isEqualTo(2L * (key + "#1").length());
        assertThat(memoized.entry(() -> prices.number(key, 2)).contains()).isTrue();
        assertThatThrownBy(() -> entry.put("a text")).hasMessageStartingWith("MEMO0370");
        assertThatThrownBy(() -> entry.put(null)).hasMessageStartingWith("MEMO0370");
    }

    @Test
    void name_that_is_unknown_is_told_with_the_nearest() {
        assertThatThrownBy(() -> memoized.entry("handles.plane", key))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0368")
                .hasMessageContaining("[handles.plain,");
        assertThatThrownBy(() -> memoized.clear("handles.number")).hasMessageContaining("[handles.numbers,");
    }

    @Test
    void arguments_that_do_not_fit_are_told_with_the_signature() {
        String signature = Prices.class.getName() + "#number(String, long)";
        assertThatThrownBy(() -> memoized.entry("handles.numbers", key))
                .isInstanceOf(EntryException.class)
                .hasMessageStartingWith("MEMO0369")
                .hasMessageContaining(signature);
        assertThatThrownBy(() -> memoized.entry("handles.numbers", key, 2)).hasMessageContaining(signature);
        assertThatThrownBy(() -> memoized.entry("handles.numbers", key, null)).hasMessageContaining(signature);
    }

    @Test
    void clearing_drops_one_namespace() {
        prices.plain(key);
        prices.number(key, 1);
        memoized.clear("handles.plain");
        assertThat(prices.plain(key)).isEqualTo(key + "#3");
        prices.number(key, 1);
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED, FRESH);
    }
}
