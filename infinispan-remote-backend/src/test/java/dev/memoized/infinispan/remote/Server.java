package dev.memoized.infinispan.remote;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.client.hotrod.configuration.ClientIntelligence;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.server.hotrod.HotRodServer;
import org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server in this JVM, on 127.0.0.1 only, with the cache {@code memoized}. */
final class Server implements BeforeAllCallback, AfterAllCallback, AutoCloseable {
    static final String CACHE = "memoized";

    private final int port = freePort();
    private final Consumer<HotRodServerConfigurationBuilder> secured;
    private @Nullable DefaultCacheManager manager;
    private @Nullable HotRodServer server;

    Server() {
        this(open -> {});
    }

    Server(Consumer<HotRodServerConfigurationBuilder> secured) {
        this.secured = secured;
    }

    /** Below those that systems give to whoever connects, so that it is free again when the server comes back. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException taken) {
                // another one
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        start();
    }

    void start() {
        GlobalConfigurationBuilder global = new GlobalConfigurationBuilder().nonClusteredDefault();
        global.jmx().disable();
        manager = new DefaultCacheManager(global.build());
        define(CACHE, MediaType.APPLICATION_PROTOSTREAM);
        listen();
    }

    void define(String name, MediaType type) {
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        configuration.encoding().mediaType(type);
        caches().defineConfiguration(name, configuration.build());
        caches().getCache(name);
    }

    private DefaultCacheManager caches() {
        return Objects.requireNonNull(manager);
    }

    /** Its caches have stayed. */
    void listen() {
        HotRodServerConfigurationBuilder configuration = new HotRodServerConfigurationBuilder();
        configuration.name("memoized").host("127.0.0.1").port(port);
        secured.accept(configuration);
        HotRodServer fresh = new HotRodServer();
        fresh.start(configuration.build(), caches());
        fresh.postStart();
        server = fresh;
    }

    /** Hangs up on all clients. */
    void hangUp() {
        Objects.requireNonNull(server).stop();
        server = null;
    }

    /** As a client of another server of its cluster would. */
    void remove(String name) {
        caches().<String, byte[]>getCache(CACHE).remove(name);
    }

    int port() {
        return port;
    }

    String uri() {
        return "hotrod://127.0.0.1:" + port;
    }

    /** Of a backend that is patient. */
    static Map<String, String> settings(String uri, String... more) {
        Map<String, String> all = new HashMap<>(Map.of("uri", uri, "socket-timeout", "PT20S"));
        for (int at = 0; at < more.length; at += 2) {
            all.put(more[at], more[at + 1]);
        }
        return all;
    }

    /** Another client, to be closed. */
    RemoteCacheManager client() {
        var configuration = new org.infinispan.client.hotrod.configuration.ConfigurationBuilder();
        configuration
                .uri(uri())
                .clientIntelligence(ClientIntelligence.BASIC)
                .maxRetries(0)
                .socketTimeout(20_000)
                .connectionTimeout(20_000);
        return new RemoteCacheManager(configuration.build());
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        close();
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            hangUp();
        }
        if (manager != null) {
            manager.close();
        }
    }
}
