package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Those of Jakarta REST: our filter knows them, or a bean of {@link HttpHeaders} on Quarkus, which loads no features as
 * services.
 */
@Dependent
public class RestLanguages implements AcceptedLanguages {
    private final RequestLanguage request;
    private final RequestBean<HttpHeaders> headers;

    @Inject
    RestLanguages(RequestLanguage request, Instance<HttpHeaders> headers) {
        this.request = request;
        this.headers = new RequestBean<>(headers);
    }

    @Override
    public @Nullable String header() {
        String filtered = request.header();
        return filtered != null ? filtered : headers.ask(each -> each.getHeaderString(HEADER));
    }

    @Override
    public int order() {
        return 1;
    }

    /** Brings the filter into each Jakarta REST application on the server side; of use only with CDI. */
    public static final class FilterFeature implements Feature {

        /** For the service loader. */
        public FilterFeature() {}

        @Override
        public boolean configure(FeatureContext context) {
            boolean isOfUse = context.getConfiguration().getRuntimeType() == RuntimeType.SERVER
                    && OptionalApi.isPresent("jakarta.enterprise.inject.spi.CDI", FilterFeature.class.getClassLoader());
            if (isOfUse) {
                context.register(new HeaderFilter(), Integer.MIN_VALUE);
            }
            return isOfUse;
        }
    }

    /** Tells the request's bean where the header is. Not a bean: who makes filters may know nothing of CDI. */
    @PreMatching
    static final class HeaderFilter implements ContainerRequestFilter {

        @Override
        public void filter(ContainerRequestContext context) {
            try {
                Instance<RequestLanguage> request = CDI.current().select(RequestLanguage.class);
                if (request.isResolvable()) {
                    request.get().readHeaderFrom(() -> context.getHeaderString(HEADER));
                }
            } catch (RuntimeException noRequestOfCdi) {
                return;
            }
        }
    }
}
