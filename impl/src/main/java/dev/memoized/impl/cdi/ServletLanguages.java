package dev.memoized.impl.cdi;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** Those of Servlet. Its {@code getLocales()} would give the JVM's own locale for want of a header. */
@Dependent
public class ServletLanguages implements AcceptedLanguages {
    private final RequestBean<HttpServletRequest> requests;

    @Inject
    ServletLanguages(Instance<HttpServletRequest> requests) {
        this.requests = new RequestBean<>(requests);
    }

    @Override
    public @Nullable String header() {
        String all = requests.ask(request -> String.join(",", Collections.list(request.getHeaders(HEADER))));
        return all == null || all.isEmpty() ? null : all;
    }

    @Override
    public int order() {
        return 2;
    }
}
