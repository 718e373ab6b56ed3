package dev.memoized.examples.bookshop;

import jakarta.ws.rs.SeBootstrap;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;

/**
 * The open shop: a web server with a CDI container, for this machine only. RESTEasy starts both; a container started by
 * hand would be a second one.
 */
final class Bookshop implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final SeBootstrap.Instance server;

    private Bookshop(SeBootstrap.Instance server) {
        this.server = server;
    }

    /** Returns when the shop can be entered. */
    static Bookshop open(int port) {
        SeBootstrap.Configuration configuration =
                SeBootstrap.Configuration.builder().host(HOST).port(port).build();
        return new Bookshop(SeBootstrap.start(new BookshopApplication(), configuration)
                .toCompletableFuture()
                .join());
    }

    URI uri() {
        return UriBuilder.newInstance()
                .scheme("http")
                .host(HOST)
                .port(server.configuration().port())
                .path("/")
                .build();
    }

    @Override
    public void close() {
        server.stop().toCompletableFuture().join();
    }
}
