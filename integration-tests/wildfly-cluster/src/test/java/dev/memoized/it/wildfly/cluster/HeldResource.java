package dev.memoized.it.wildfly.cluster;

import dev.memoized.MemoizedMethods;
import dev.memoized.Observed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** What {@link Held} does, over HTTP. */
@Path("/held/{key}")
@RequestScoped
public class HeldResource {
    @Inject
    Held held;

    @Inject
    MemoizedMethods memoized;

    /** Its value, and how the call ended. */
    @GET
    public String value(@PathParam("key") String key) throws Exception {
        held.state(key).callers.incrementAndGet();
        Observed<String> observed = memoized.observe(() -> held.value(key));
        return "value=%s%noutcome=%s".formatted(observed.value(), observed.outcome());
    }

    /** How many have asked this node for it, and how often it has begun to compute. */
    @GET
    @Path("state")
    public String state(@PathParam("key") String key) {
        Held.State state = held.state(key);
        return "callers=%s%ncomputations=%s".formatted(state.callers, state.computations);
    }

    /** Lets this node's computations end, later ones too. */
    @POST
    @Path("release")
    public void release(@PathParam("key") String key) {
        held.state(key).released.countDown();
    }

    /** What is to be remembered where nothing is. */
    @GET
    @Path("refused")
    public String refused(@PathParam("key") String key) {
        return "value=" + held.refused(key);
    }

    /** Drops it. */
    @DELETE
    @Path("key")
    public void dropKey(@PathParam("key") String key) {
        memoized.entry(() -> held.value(key)).invalidate();
    }

    /** Drops what has its tag. */
    @DELETE
    @Path("tag")
    public void dropTag(@PathParam("key") String key) {
        held.dropTag(key);
    }

    /** Drops everything. */
    @DELETE
    @Path("namespace")
    public void dropNamespace(@PathParam("key") String key) {
        memoized.clear(Held.NAME);
    }
}
