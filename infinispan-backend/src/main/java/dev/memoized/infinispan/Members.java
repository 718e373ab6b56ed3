package dev.memoized.infinispan;

import dev.memoized.BackendException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.infinispan.configuration.cache.CacheMode;
import org.infinispan.configuration.cache.ConfigurationBuilder;
import org.infinispan.configuration.global.GlobalConfigurationBuilder;
import org.infinispan.configuration.global.TransportConfigurationBuilder;
import org.infinispan.manager.DefaultCacheManager;
import org.infinispan.remoting.transport.jgroups.JGroupsTransport;
import org.jspecify.annotations.Nullable;

/** A member of our own in a cluster, or a container of this JVM alone: started when it is needed, stopped with the backend. */
final class Members implements InCaches.Origin {
    private static final String STACK = "members.xml";

    private final Plan plan;
    private @Nullable DefaultCacheManager manager;

    /**
     * What is to be started.
     *
     * @param mode local, replicated or distributed
     * @param cluster its name
     * @param network where it listens, and who else is there; null with a stack
     * @param stack the name of a JGroups file; null for one of ours
     * @param owners with how many members an entry lies when it is distributed
     * @param capacity how many entries each member keeps at most
     * @param hasLocks whether clustered locks are wanted
     */
    record Plan(
            CacheMode mode,
            String cluster,
            @Nullable Network network,
            @Nullable String stack,
            int owners,
            int capacity,
            boolean hasLocks) {}

    /**
     * Where a member listens.
     *
     * @param address of this machine, or a word of JGroups such as {@code SITE_LOCAL}
     * @param port it listens on this one, and on that which is 100 above
     * @param hosts {@code host:port} of some members, this one too
     */
    record Network(String address, int port, List<String> hosts) {

        private String xml() {
            String initial = hosts.stream()
                    .map(host -> host.substring(0, host.lastIndexOf(':'))
                            + '['
                            + host.substring(host.lastIndexOf(':') + 1)
                            + ']')
                    .collect(Collectors.joining(","));
            return template()
                    .replace("@address@", address)
                    .replace("@port@", Integer.toString(port))
                    .replace("@hosts@", initial);
        }

        private static String template() {
            try (InputStream in = Members.class.getResourceAsStream(STACK)) {
                return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(STACK, e);
            }
        }
    }

    Members(Plan plan) {
        this.plan = plan;
    }

    @Override
    public Caches open() {
        DefaultCacheManager started = new DefaultCacheManager(global().build(), false);
        manager = started;
        started.start();
        Defined defined = new Defined(started);
        return Caches.checked(defined.entries(entries()), defined.marks());
    }

    private GlobalConfigurationBuilder global() {
        GlobalConfigurationBuilder global = new GlobalConfigurationBuilder();
        global.classLoader(Members.class.getClassLoader());
        global.jmx().disable();
        global.metrics().gauges(false).histograms(false);
        if (plan.mode.isClustered()) {
            TransportConfigurationBuilder transport =
                    global.transport().defaultTransport().clusterName(plan.cluster);
            if (plan.stack == null && plan.network != null) {
                transport.addProperty(JGroupsTransport.CONFIGURATION_XML, plan.network.xml());
            } else {
                transport.addProperty(JGroupsTransport.CONFIGURATION_FILE, plan.stack);
            }
        }
        if (plan.hasLocks) {
            Locks.prepare(global);
        }
        return global;
    }

    private ConfigurationBuilder entries() {
        ConfigurationBuilder entries = Defined.configuration(plan.mode);
        Defined.bound(entries, plan.capacity);
        if (plan.mode.isDistributed()) {
            entries.clustering().hash().numOwners(plan.owners);
        }
        return entries;
    }

    @Override
    public void close() {
        DefaultCacheManager started = manager;
        manager = null;
        if (started != null) {
            try {
                started.close();
            } catch (IOException e) {
                throw new BackendException(
                        "a member does not stop: " + e.getClass().getName(), null);
            }
        }
    }
}
