package dev.memoized.it.suite.control;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Tells which deployment this is, as the application does. */
@Path("/deployment")
@RequestScoped
public class ControlResource {
    private static final UUID ID = UUID.randomUUID();

    /** Another one for each deployment. */
    @GET
    public String id() {
        return "id=" + ID;
    }
}
