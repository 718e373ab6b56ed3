package dev.memoized.it.quarkus;

import dev.memoized.MemoizedMethods;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Duration;

/** Greets over HTTP, and again when nothing is being renewed any more. */
@Path("/greetings")
public class GreetingResource {
    private static final Duration AT_MOST = Duration.ofSeconds(30);

    private final Visitor visitor;
    private final Greeter greeter;
    private final MemoizedMethods memoized;

    GreetingResource(Visitor visitor, Greeter greeter, MemoizedMethods memoized) {
        this.visitor = visitor;
        this.greeter = greeter;
        this.memoized = memoized;
    }

    @GET
    @Blocking
    @Path("{name}/{key}")
    public String greet(@PathParam("name") String name, @PathParam("key") String key) throws InterruptedException {
        visitor.name(name);
        String first = greeter.greet(key);
        boolean renewed = memoized.awaitRefreshes(AT_MOST);
        String second = renewed ? greeter.greet(key) : "no end of renewals";
        return "%s, then %s; bye %s".formatted(first, second, visitor.name());
    }
}
