package dev.memoized.it.application;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Which deployment this is: each loads this class anew. */
@Path("/deployment")
@RequestScoped
public class DeploymentResource {
    private static final UUID ID = UUID.randomUUID();

    /** Another one for each deployment. */
    @GET
    public String id() {
        return Answer.of("id", ID).text();
    }
}
