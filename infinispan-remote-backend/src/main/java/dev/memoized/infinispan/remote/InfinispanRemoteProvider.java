package dev.memoized.infinispan.remote;

import dev.memoized.cells.Names;
import dev.memoized.spi.BackendProvider;
import dev.memoized.spi.BackendSettings;
import dev.memoized.spi.CacheBackend;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.infinispan.client.hotrod.configuration.Configuration;
import org.infinispan.client.hotrod.configuration.ConfigurationBuilder;
import org.infinispan.client.hotrod.configuration.SslConfigurationBuilder;

/**
 * Makes backends for {@code memoized.backend.<name>.type=infinispan-remote}. Their properties:
 *
 * <ul>
 *   <li>{@code uri}: {@code hotrod://user:password@host:port,host:port} with some servers of a cluster, or {@code hotrods://}
 *       for TLS, which verifies that each server has a certificate of the first host's name, or of that which
 *       {@code ?sni_host_name=} says; {@code hotrod://localhost:11222} unless it is set. What follows a
 *       question mark is the client's, such as {@code ?client_intelligence=BASIC} where servers are not reached by the
 *       addresses that they tell;
 *   <li>{@code cache}: the name of a cache that the servers have, {@code memoized} unless it is set;
 *   <li>{@code socket-timeout}: how long connecting may take, and an answer; 2 s unless it is set. How long a call of the
 *       application waits is decided by {@code timeout}, which all backends have;
 *   <li>{@code key-prefix}: the first part of all names, {@code memoized} unless it is set. Backends with other prefixes share
 *       nothing;
 *   <li>{@code trust-store}, {@code trust-store-password}: a file with the certificates that are trusted; those that the JVM
 *       trusts unless it is set;
 *   <li>{@code key-store}, {@code key-store-password}: a file with the certificate that a server may ask for.
 * </ul>
 */
public final class InfinispanRemoteProvider implements BackendProvider {
    private static final String URI = "uri";
    private static final String CACHE = "cache";
    private static final String SOCKET_TIMEOUT = "socket-timeout";
    private static final String KEY_PREFIX = "key-prefix";

    /** For the service loader. */
    public InfinispanRemoteProvider() {}

    @Override
    public String type() {
        return "infinispan-remote";
    }

    @Override
    public Set<String> properties() {
        Set<String> all = new HashSet<>(Secured.properties());
        all.addAll(Set.of(URI, CACHE, SOCKET_TIMEOUT, KEY_PREFIX));
        return all;
    }

    @Override
    public CacheBackend create(BackendSettings settings) {
        Names names = new Names(settings.text(KEY_PREFIX).orElse(Names.USUAL_PREFIX));
        String cache = settings.text(CACHE).orElse("memoized");
        Client client = new Client(configuration(settings), cache, names, settings.time());
        return new InfinispanRemoteBackend(names, client, settings.time());
    }

    /** Nothing is retried: of a change whose answer is lost nobody knows whether it was made. */
    private static Configuration configuration(BackendSettings settings) {
        Duration timeout = settings.duration(SOCKET_TIMEOUT).orElse(Duration.ofSeconds(2));
        if (timeout.toMillis() < 1 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(SOCKET_TIMEOUT + ": from 1ms to 24 days");
        }
        String uri = settings.text(URI).orElse("hotrod://localhost:11222");
        ConfigurationBuilder configuration = new ConfigurationBuilder();
        boolean isSecured = uri.startsWith("hotrods://");
        if (!isSecured && !uri.startsWith("hotrod://")) {
            throw odd();
        }
        try {
            configuration.uri(uri);
        } catch (RuntimeException quotesIt) {
            throw odd();
        }
        configuration.maxRetries(0).connectionTimeout((int) timeout.toMillis()).socketTimeout((int) timeout.toMillis());
        if (isSecured) {
            secure(configuration, settings, uri.contains("sni_host_name="));
        }
        return configuration.build();
    }

    /** The client verifies one name, whichever of the servers it speaks to. */
    private static void secure(ConfigurationBuilder configuration, BackendSettings settings, boolean isNamed) {
        SslConfigurationBuilder ssl = configuration.security().ssl();
        ssl.sslContext(Secured.context(settings)).hostnameValidation(true);
        if (!isNamed) {
            ssl.sniHostName(configuration.servers().get(0).create().host());
        }
    }

    private static IllegalArgumentException odd() {
        return new IllegalArgumentException(
                URI + ": hotrod://user:password@host:port,host:port, or hotrods:// for TLS");
    }
}
