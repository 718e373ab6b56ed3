package dev.memoized.examples.bookshop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The shop's window: a page without anything that is not in this jar. */
@ApplicationScoped
@Path("/")
public class HomeResource {

    @GET
    @Produces("text/html;charset=utf-8")
    public @Nullable InputStream home() {
        return file("index.html");
    }

    @GET
    @Path("page.css")
    @Produces("text/css;charset=utf-8")
    public @Nullable InputStream style() {
        return file("page.css");
    }

    @GET
    @Path("page.js")
    @Produces("text/javascript;charset=utf-8")
    public @Nullable InputStream script() {
        return file("page.js");
    }

    @GET
    @Path("chart.js")
    @Produces("text/javascript;charset=utf-8")
    public @Nullable InputStream chart() {
        return file("chart.js");
    }

    @GET
    @Path("icon.svg")
    @Produces("image/svg+xml")
    public @Nullable InputStream icon() {
        return file("icon.svg");
    }

    private static @Nullable InputStream file(String name) {
        return HomeResource.class.getResourceAsStream("page/" + name);
    }
}
