package dev.memoized.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Puts the caller's name into the request's bean. */
@Provider
@ApplicationScoped
public class VisitorFilter implements ContainerRequestFilter {
    @Inject
    Visitor visitor;

    @Override
    public void filter(ContainerRequestContext request) {
        String name = request.getHeaderString("Visitor");
        if (name != null) {
            visitor.name(name);
        }
    }
}
