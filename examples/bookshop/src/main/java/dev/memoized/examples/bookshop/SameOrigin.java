package dev.memoized.examples.bookshop;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/** Lets no other page change anything here: browsers say where a request comes from, and curl is nobody's page. */
@Provider
public class SameOrigin implements ContainerRequestFilter {

    static final String HEADER = "Sec-Fetch-Site";

    private static final Set<String> OWN = Set.of("same-origin", "none");

    @Override
    public void filter(ContainerRequestContext request) {
        String site = request.getHeaderString(HEADER);
        if (request.getMethod().equals(HttpMethod.POST) && site != null && !OWN.contains(site)) {
            request.abortWith(Response.status(Status.FORBIDDEN)
                    .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                    .entity("Only the shop's own page changes something here.\n")
                    .build());
        }
    }
}
