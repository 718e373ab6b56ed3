package dev.memoized.it.application;

import dev.memoized.CacheService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The cache by program. */
@Path("/cache/{key}")
@RequestScoped
public class CacheResource {
    @Inject
    CacheService cache;

    /** What is there. */
    @GET
    public String get(@PathParam("key") String key) {
        return Answer.of("value", cache.get(key)).text();
    }

    /** Puts something there. */
    @PUT
    public String set(@PathParam("key") String key, String value) {
        return Answer.of("set", cache.set(key, value)).text();
    }

    /** Counts. */
    @POST
    public String count(@PathParam("key") String key) {
        return Answer.of("value", cache.incr(key, 1, 0)).text();
    }

    /** Takes it away. */
    @DELETE
    public String delete(@PathParam("key") String key) {
        return Answer.of("deleted", cache.delete(key)).text();
    }
}
