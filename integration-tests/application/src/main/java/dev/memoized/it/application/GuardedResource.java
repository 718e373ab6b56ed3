package dev.memoized.it.application;

import dev.memoized.Memoized;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What only readers may have; everybody must say who he is. */
@Path("/guarded")
@ApplicationScoped
public class GuardedResource {
    static final String NAME = "guarded";

    @Inject
    Vault vault;

    @Inject
    Sights sights;

    /** Remembered, and for readers. */
    @GET
    @Path("remembered/{key}")
    @RolesAllowed("reader")
    @Memoized(name = NAME)
    public String remembered(@PathParam("key") String key) {
        return Answer.of("value", key).text();
    }

    /** For readers, and not remembered. */
    @GET
    @Path("plain/{key}")
    @RolesAllowed("reader")
    public String plain(@PathParam("key") String key) {
        return Answer.of("value", key).text();
    }

    /** The same, of a bean that the runtime guards. */
    @GET
    @Path("vault/remembered/{key}")
    public String rememberedOfVault(@PathParam("key") String key) {
        return Answer.of("value", vault.remembered(key)).text();
    }

    /** The same without remembering. */
    @GET
    @Path("vault/plain/{key}")
    public String plainOfVault(@PathParam("key") String key) {
        return Answer.of("value", vault.plain(key)).text();
    }

    /** What a computation saw. */
    @GET
    @Path("sights/{key}")
    public String see(@PathParam("key") String key) {
        return sights.see(key);
    }
}
