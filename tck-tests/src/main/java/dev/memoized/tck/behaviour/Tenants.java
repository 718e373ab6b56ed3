package dev.memoized.tck.behaviour;

import dev.memoized.ContextValue;
import dev.memoized.tck.behaviour.TenantOracle.Sight;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shop of several tenants, with all that of their requests could get where it does not belong. */
final class Tenants {
    private static final ThreadLocal<@Nullable String> PLAIN = new ThreadLocal<>();
    private static final ThreadLocal<@Nullable String> INHERITABLE = new InheritableThreadLocal<>();
    private static final ThreadLocal<@Nullable String> INTERCEPTED = new ThreadLocal<>();

    private Tenants() {}

    static Class<?>[] beans() {
        return new Class<?>[] {
            TenantOracle.class,
            Holder.class,
            Principal.class,
            CurrentTenant.class,
            BoundInterceptor.class,
            Visits.class,
            Desk.class,
            TenantCatalogues.Declared.class,
            TenantCatalogues.Isolated.class,
            TenantCatalogues.Undeclared.class
        };
    }

    /** The tenant of a request. */
    @RequestScoped
    public static class Holder {
        @Inject
        TenantOracle oracle;

        private int number;
        private @Nullable String tenant;

        @PostConstruct
        void born() {
            number = oracle.numberRequest();
        }

        public int number() {
            return number;
        }

        public @Nullable String tenant() {
            return tenant;
        }

        public void tenant(String newTenant) {
            tenant = newTenant;
        }
    }

    /** Who makes a request. */
    @RequestScoped
    public static class Principal {
        private @Nullable String name;

        public @Nullable String name() {
            return name;
        }

        public void name(String newName) {
            name = newName;
        }
    }

    /** The tenant as a context value. */
    @ApplicationScoped
    public static class CurrentTenant implements ContextValue<String> {
        @Inject
        Holder holder;

        @Override
        public String name() {
            return "tenant";
        }

        @Override
        public @Nullable String capture() {
            return holder.tenant();
        }

        @Override
        public void restore(String tenant) {
            holder.tenant(tenant);
        }
    }

    /** Binds the interceptor below. */
    @InterceptorBinding
    @Target({ElementType.TYPE, ElementType.METHOD})
    @Retention(RetentionPolicy.RUNTIME)
    @interface Bound {}

    /** An interceptor outside of ours that shows the tenant to all that is called inside of it. */
    @Bound
    @Interceptor
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
    public static class BoundInterceptor {
        @Inject
        Holder holder;

        @AroundInvoke
        @Nullable
        Object around(InvocationContext context) throws Exception {
            INTERCEPTED.set(holder.tenant());
            try {
                return context.proceed();
            } finally {
                INTERCEPTED.remove();
            }
        }
    }

    /** Makes requests on the threads that call it. */
    @ApplicationScoped
    public static class Visits {
        @Inject
        Holder holder;

        @Inject
        Principal principal;

        @ActivateRequestContext
        public <T> T as(String tenant, Supplier<T> work) {
            holder.tenant(tenant);
            principal.name("somebody of " + tenant);
            PLAIN.set(tenant);
            INHERITABLE.set(tenant);
            try {
                return work.get();
            } finally {
                PLAIN.remove();
                INHERITABLE.remove();
            }
        }
    }

    /** Computes titles. */
    @ApplicationScoped
    public static class Desk {
        private final AtomicLong lastComputation = new AtomicLong();

        @Inject
        Holder holder;

        @Inject
        Principal principal;

        @Inject
        TenantOracle oracle;

        public String compute(@Nullable String tenant, String key) {
            return tenant + "/" + key + "#" + lastComputation.incrementAndGet();
        }

        @Bound
        public void lookAround(@Nullable String declared) {
            look(declared);
        }

        public void look(@Nullable String declared) {
            oracle.judge(new Sight(
                    declared,
                    holder.tenant(),
                    principal.name(),
                    holder.number(),
                    PLAIN.get(),
                    INHERITABLE.get(),
                    INTERCEPTED.get()));
        }
    }
}
