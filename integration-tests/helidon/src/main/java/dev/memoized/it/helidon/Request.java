package dev.memoized.it.helidon;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;

/** What Jersey knows of the request that the thread is in. It tells it to filters and resources only, so this is a filter. */
@Provider
@ApplicationScoped
@SuppressWarnings("NullAway.Init")
public class Request implements ContainerRequestFilter {
    @Context
    SecurityContext security;

    @Context
    HttpHeaders headers;

    String caller() {
        return security.getUserPrincipal().getName();
    }

    boolean isOfReader() {
        return security.isUserInRole("reader");
    }

    String header(String name) {
        return headers.getHeaderString(name);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        // nothing
    }
}
