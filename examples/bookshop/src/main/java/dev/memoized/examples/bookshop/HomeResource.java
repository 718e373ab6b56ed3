package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The shop's door: says what there is to see. */
@ApplicationScoped
@Path("/")
public class HomeResource {

    @GET
    @Produces("text/html;charset=utf-8")
    public @Nullable InputStream home() {
        return HomeResource.class.getResourceAsStream("index.html");
    }
}
