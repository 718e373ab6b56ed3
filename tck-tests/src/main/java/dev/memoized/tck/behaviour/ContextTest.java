package dev.memoized.tck.behaviour;

import static dev.memoized.Outcome.BYPASSED;
import static dev.memoized.Outcome.COMPUTED;
import static dev.memoized.Outcome.FALLBACK;
import static dev.memoized.Outcome.FRESH;
import static dev.memoized.Outcome.STALE;
import static dev.memoized.RefreshEvent.FAILED;
import static dev.memoized.RefreshEvent.STARTED;
import static dev.memoized.RefreshEvent.SUCCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Memoized;
import dev.memoized.RequestSnapshot;
import dev.memoized.tck.Body;
import dev.memoized.tck.Deployed;
import dev.memoized.tck.behaviour.Market.Currency;
import dev.memoized.tck.behaviour.Market.Tenant;
import dev.memoized.tck.behaviour.Market.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a method varies by is in its keys, and is what its renewals see. */
@Timeout(60)
class ContextTest {
    private static final Duration STALE_AGE = Duration.ofMinutes(2);

    @RegisterExtension
    static final Deployed app =
            Deployed.with(Visitor.class, Tenant.class, Currency.class, Market.Basket.class, Prices.class);

    private final Prices prices = app.get(Prices.class);
    private final String key = app.key();

    /** What a computation saw: of the snapshot, and of the request itself. */
    record Price(
            String value,
            @Nullable String tenant,
            @Nullable String currency,
            @Nullable String tenantOfRequest,
            @Nullable String currencyOfRequest,
            int visitor) {}

    /** A bean. */
    @ApplicationScoped
    public static class Prices {
        private final Body body = new Body();

        @Inject
        RequestSnapshot snapshot;

        @Inject
        Visitor visitor;

        @Memoized(
                refreshAfter = "1m",
                expireAfter = "1h",
                varyBy = {Tenant.class, Currency.class})
        public Price price(String key) {
            return new Price(
                    body.compute(key),
                    snapshot.get(Tenant.class),
                    snapshot.get(Currency.class),
                    visitor.tenant(),
                    visitor.currency(),
                    visitor.number());
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = Tenant.class)
        public String seenCurrency(String key) {
            return body.compute(key) + " in " + visitor.currency();
        }

        @Memoized(varyBy = Market.Broken.class)
        public String broken(String key) {
            return body.compute(key);
        }

        @Memoized(refreshAfter = "1m", expireAfter = "1h", varyBy = Market.Basket.class)
        public String total(String key) {
            return body.compute(key);
        }

        public int computations(String key) {
            return body.count(key);
        }
    }

    @Test
    void values_of_each_combination_are_kept_apart() {
        for (int round = 0; round < 2; round++) {
            assertThat(priceFor("red", "EUR").value()).isEqualTo(key + "#1");
            assertThat(priceFor("red", "USD").value()).isEqualTo(key + "#2");
            assertThat(priceFor("blue", "EUR").value()).isEqualTo(key + "#3");
        }
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED, COMPUTED, FRESH, FRESH, FRESH);
    }

    @Test
    void values_that_change_places_are_kept_apart() {
        priceFor("red", "EUR");
        priceFor("EUR", "red");
        assertThat(app.outcomes()).containsExactly(COMPUTED, COMPUTED);
    }

    @Test
    void renewal_sees_the_restored_values_in_a_request_of_its_own() {
        Price computed = priceFor("red", "EUR");
        app.advance(STALE_AGE);
        priceFor("red", "EUR");
        app.refresh();
        Price renewed = priceFor("red", "EUR");
        assertThat(renewed).isEqualTo(new Price(key + "#2", "red", "EUR", "red", "EUR", renewed.visitor()));
        assertThat(renewed.visitor()).isGreaterThan(computed.visitor());
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FRESH);
    }

    @Test
    void renewal_does_not_touch_the_request_of_a_caller_who_is_still_there() {
        priceFor("red", "EUR");
        app.advance(STALE_AGE);
        int own = as("red", "EUR", () -> {
            prices.price(key);
            app.get(Visitor.class).tenant("blue");
            app.refresh();
            assertThat(app.get(Visitor.class).tenant()).isEqualTo("blue");
            return app.get(Visitor.class).number();
        });
        Price renewed = priceFor("red", "EUR");
        assertThat(renewed).isEqualTo(new Price(key + "#2", "red", "EUR", "red", "EUR", renewed.visitor()));
        assertThat(renewed.visitor()).isNotEqualTo(own);
    }

    @Test
    void each_combination_is_renewed_as_itself() {
        priceFor("red", "EUR");
        priceFor("blue", "USD");
        app.advance(STALE_AGE);
        priceFor("blue", "USD");
        priceFor("red", "EUR");
        assertThat(app.refresh()).isEqualTo(2);
        assertThat(priceFor("red", "EUR").tenantOfRequest()).isEqualTo("red");
        assertThat(priceFor("blue", "USD").tenantOfRequest()).isEqualTo("blue");
        assertThat(app.listener().count(FRESH)).isEqualTo(2);
    }

    @Test
    void renewal_does_not_see_what_is_not_declared() {
        assertThat(as("red", "EUR", () -> prices.seenCurrency(key))).isEqualTo(key + "#1 in EUR");
        app.advance(STALE_AGE);
        as("red", "EUR", () -> prices.seenCurrency(key));
        app.refresh();
        assertThat(as("red", "EUR", () -> prices.seenCurrency(key))).isEqualTo(key + "#2 in null");
    }

    @Test
    void missing_value_bypasses_and_nothing_is_stored() {
        assertThat(priceFor(null, "EUR").tenant()).isNull();
        priceFor("red", null);
        priceFor("red", "EUR");
        assertThat(prices.computations(key)).isEqualTo(3);
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED, COMPUTED);
    }

    @Test
    void call_outside_of_all_requests_bypasses() {
        assertThat(prices.total(key)).isEqualTo(key + "#1");
        assertThat(prices.total(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void blank_value_bypasses_and_nothing_is_stored() {
        assertThat(priceFor(" \t", "EUR").value()).isEqualTo(key + "#1");
        assertThat(priceFor(" \t", "EUR").value()).isEqualTo(key + "#2");
        assertThat(priceFor("", "EUR").value()).isEqualTo(key + "#3");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED, BYPASSED);
    }

    @Test
    void failing_capture_bypasses_and_nothing_is_stored() {
        assertThat(prices.broken(key)).isEqualTo(key + "#1");
        assertThat(prices.broken(key)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(BYPASSED, BYPASSED);
    }

    @Test
    void value_that_changes_before_the_renewal_is_not_renewed() {
        List<String> basket = new ArrayList<>(List.of("apple"));
        totalOf(basket);
        app.advance(STALE_AGE);
        totalOf(basket);
        basket.add("pear");
        app.refresh();
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, FAILED);
        assertThat(prices.computations(key)).isOne();
        assertThat(totalOf(List.of("apple"))).isEqualTo(key + "#1");
        assertThat(totalOf(basket)).isEqualTo(key + "#2");
        assertThat(app.outcomes()).containsExactly(COMPUTED, STALE, FALLBACK, COMPUTED);
    }

    @Test
    void value_that_stays_the_same_is_renewed_though_it_may_change() {
        List<String> basket = new ArrayList<>(List.of("apple"));
        totalOf(basket);
        app.advance(STALE_AGE);
        totalOf(basket);
        app.refresh();
        assertThat(app.listener().refreshEvents()).containsExactly(STARTED, SUCCEEDED);
        assertThat(totalOf(List.of("apple"))).isEqualTo(key + "#2");
    }

    private String totalOf(List<String> basket) {
        return app.inRequest(() -> {
            app.get(Visitor.class).basket(basket);
            return prices.total(key);
        });
    }

    private Price priceFor(@Nullable String tenant, @Nullable String currency) {
        return as(tenant, currency, () -> prices.price(key));
    }

    private static <T> T as(@Nullable String tenant, @Nullable String currency, Callable<T> work) {
        return Market.visit(app, tenant, currency, work);
    }
}
