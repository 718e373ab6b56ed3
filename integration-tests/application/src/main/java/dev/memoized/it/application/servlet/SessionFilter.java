package dev.memoized.it.application.servlet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** Puts the caller's name into the session. */
@Provider
@ApplicationScoped
public class SessionFilter implements ContainerRequestFilter {
    @Inject
    HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        String name = request.getHeaderString("Visitor");
        if (name != null) {
            servletRequest.getSession().setAttribute("visitor", name);
        }
    }
}
