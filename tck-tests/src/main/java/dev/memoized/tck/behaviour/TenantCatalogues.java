package dev.memoized.tck.behaviour;

import dev.memoized.Memoized;
import dev.memoized.RequestSnapshot;
import dev.memoized.tck.behaviour.Tenants.Bound;
import dev.memoized.tck.behaviour.Tenants.CurrentTenant;
import dev.memoized.tck.behaviour.Tenants.Desk;
import dev.memoized.tck.behaviour.Tenants.Holder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Beans whose titles depend on the tenant, and which say so or do not. */
final class TenantCatalogues {
    private TenantCatalogues() {}

    /** What callers ask. */
    interface Catalogue {
        String title(String key);
    }

    /** Says what it depends on. */
    @ApplicationScoped
    public static class Declared implements Catalogue {
        @Inject
        Desk desk;

        @Inject
        TenantOracle oracle;

        @Inject
        RequestSnapshot snapshot;

        @Bound
        @Override
        @Memoized(refreshAfter = "1s", expireAfter = "1m", waitAtMost = "10000h", varyBy = CurrentTenant.class)
        public String title(String key) {
            String tenant = snapshot.get(CurrentTenant.class);
            if (!oracle.isOnCaller()) {
                desk.look(tenant);
            }
            return desk.compute(tenant, key);
        }
    }

    /** Says what it depends on, and never computes in a caller's request. */
    @ApplicationScoped
    public static class Isolated implements Catalogue {
        @Inject
        Desk desk;

        @Inject
        RequestSnapshot snapshot;

        @Bound
        @Override
        @Memoized(
                refreshAfter = "1s",
                expireAfter = "1m",
                waitAtMost = "10000h",
                varyBy = CurrentTenant.class,
                isolated = true)
        public String title(String key) {
            String tenant = snapshot.get(CurrentTenant.class);
            desk.look(tenant);
            return desk.compute(tenant, key);
        }
    }

    /** Does not say what it depends on. */
    @ApplicationScoped
    public static class Undeclared implements Catalogue {
        @Inject
        Desk desk;

        @Inject
        Holder holder;

        @Inject
        TenantOracle oracle;

        @Bound
        @Override
        @Memoized(refreshAfter = "1s", expireAfter = "1m", waitAtMost = "10000h")
        public String title(String key) {
            if (!oracle.isOnCaller()) {
                desk.look(null);
            }
            return desk.compute(holder.tenant(), key);
        }
    }
}
