package dev.memoized.tck.behaviour;

import dev.memoized.ContextValue;
import dev.memoized.tck.Deployed;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the requests of the context tests carry. */
final class Market {
    private static final AtomicInteger LAST_VISITOR = new AtomicInteger();

    private Market() {}

    /** Does something in a request of its own, of this tenant in this currency. */
    static <T> T visit(Deployed app, @Nullable String tenant, @Nullable String currency, Callable<T> work) {
        return app.inRequest(() -> {
            Visitor visitor = app.get(Visitor.class);
            visitor.tenant(tenant);
            visitor.currency(currency);
            return work.call();
        });
    }

    /** Who makes the request. */
    @RequestScoped
    public static class Visitor {
        private int number;
        private @Nullable String tenant;
        private @Nullable String currency;
        private @Nullable List<String> basket;

        @PostConstruct
        void born() {
            number = LAST_VISITOR.incrementAndGet();
        }

        public int number() {
            return number;
        }

        public @Nullable String tenant() {
            return tenant;
        }

        public void tenant(@Nullable String newTenant) {
            tenant = newTenant;
        }

        public @Nullable String currency() {
            return currency;
        }

        public void currency(@Nullable String newCurrency) {
            currency = newCurrency;
        }

        public @Nullable List<String> basket() {
            return basket;
        }

        public void basket(@Nullable List<String> newBasket) {
            basket = newBasket;
        }
    }

    /** A context value. */
    @ApplicationScoped
    public static class Tenant implements ContextValue<String> {
        @Inject
        Visitor visitor;

        @Override
        public String name() {
            return "tenant";
        }

        @Override
        public @Nullable String capture() {
            return visitor.tenant();
        }

        @Override
        public void restore(String tenant) {
            visitor.tenant(tenant);
        }
    }

    /** Another one. */
    @ApplicationScoped
    public static class Currency implements ContextValue<String> {
        @Inject
        Visitor visitor;

        @Override
        public String name() {
            return "currency";
        }

        @Override
        public @Nullable String capture() {
            return visitor.currency();
        }

        @Override
        public void restore(String currency) {
            visitor.currency(currency);
        }
    }

    /** One that may change after it was captured, as it should not. */
    @ApplicationScoped
    public static class Basket implements ContextValue<List<String>> {
        @Inject
        Visitor visitor;

        @Override
        public String name() {
            return "basket";
        }

        @Override
        public @Nullable List<String> capture() {
            return visitor.basket();
        }

        @Override
        public void restore(List<String> basket) {
            visitor.basket(basket);
        }
    }

    /** One that cannot be had; no bean. */
    public static class Broken implements ContextValue<String> {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public String capture() {
            throw new IllegalStateException("cannot be had");
        }

        @Override
        public void restore(String value) {
            throw new AssertionError("was never captured");
        }
    }
}
