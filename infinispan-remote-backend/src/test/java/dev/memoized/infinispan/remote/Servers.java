package dev.memoized.infinispan.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.infinispan.client.hotrod.RemoteCacheManager;
import org.infinispan.commons.dataconversion.MediaType;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.conflict.MergePolicy;
import org.infinispan.factories.GlobalComponentRegistry;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.partitionhandling.PartitionHandling;
import org.infinispan.remoting.transport.Transport;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.infinispan.server.hotrod.HotRodServer;
import org.infinispan.server.hotrod.configuration.HotRodServerConfigurationBuilder;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.View;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.util.Util;

/** A cluster of servers in this JVM, on 127.0.0.1 only, with the cache that the howto tells to make. */
final class Servers implements AutoCloseable {
    private final String name = UUID.randomUUID().toString();
    private final List<Node> nodes = new ArrayList<>();
    private final List<DefaultCacheManager> gone = new ArrayList<>();

    /** One of them. */
    private record Node(DefaultCacheManager manager, HotRodServer server, int port) {

        JChannel channel() {
            Transport transport = GlobalComponentRegistry.of(manager).getComponent(Transport.class);
            return ((JGroupsTransport) transport).getChannel();
        }

        void close() {
            server.stop();
            stop(manager);
        }
    }

    private static void stop(DefaultCacheManager manager) {
        try {
            manager.close();
        } catch (IOException odd) {
            throw new UncheckedIOException(odd);
        }
    }

    Servers(int count) {
        for (int number = 0; number < count; number++) {
            nodes.add(start());
        }
    }

    private Node start() {
        GlobalConfigurationBuilder global = GlobalConfigurationBuilder.defaultClusteredBuilder();
        global.transport().clusterName(name).addProperty("configurationFile", "loopback.xml");
        global.jmx().disable();
        DefaultCacheManager manager = new DefaultCacheManager(global.build());
        ConfigurationBuilder cache = new ConfigurationBuilder();
        cache.clustering()
                .cacheMode(CacheMode.REPL_SYNC)
                .partitionHandling()
                .whenSplit(PartitionHandling.DENY_READ_WRITES)
                .mergePolicy(MergePolicy.REMOVE_ALL);
        cache.encoding().mediaType(MediaType.APPLICATION_PROTOSTREAM);
        manager.defineConfiguration(Server.CACHE, cache.build());
        manager.getCache(Server.CACHE);
        int port = Server.freePort();
        HotRodServerConfigurationBuilder configuration = new HotRodServerConfigurationBuilder();
        configuration.name(Server.CACHE).host("127.0.0.1").port(port);
        HotRodServer server = new HotRodServer();
        server.start(configuration.build(), manager);
        server.postStart();
        return new Node(manager, server, port);
    }

    /** A client that is told of all of them, to be closed. */
    RemoteCacheManager client() {
        String hosts = nodes.stream().map(node -> "127.0.0.1:" + node.port()).collect(Collectors.joining(","));
        var configuration = new org.infinispan.client.hotrod.configuration.ConfigurationBuilder();
        configuration
                .uri("hotrod://" + hosts)
                .maxRetries(0)
                .socketTimeout(20_000)
                .connectionTimeout(20_000);
        return new RemoteCacheManager(configuration.build());
    }

    /** The first one is told to stop, and leaves. */
    void stopFirst() {
        nodes.remove(0).close();
    }

    /** The first one closes its connections, is gone without a word to the others, and they see that it is. */
    void crashFirst() throws Exception {
        Node first = nodes.remove(0);
        gone.add(first.manager());
        first.server().stop();
        Util.shutdown(first.channel());
        List<Address> left =
                nodes.stream().map(node -> node.channel().getAddress()).toList();
        long next = nodes.get(0).channel().getView().getViewId().getId() + 1;
        View view = View.create(left.get(0), next, left);
        nodes.forEach(node ->
                node.channel().getProtocolStack().<GMS>findProtocol(GMS.class).installView(view));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        gone.forEach(Servers::stop);
    }
}
