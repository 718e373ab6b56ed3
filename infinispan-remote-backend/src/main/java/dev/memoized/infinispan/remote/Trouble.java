package dev.memoized.infinispan.remote;

import dev.memoized.BackendException;
import dev.memoized.MemoizedException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.security.sasl.SaslException;
import org.infinispan.client.hotrod.exceptions.HotRodClientException;
import org.infinispan.client.hotrod.exceptions.HotRodTimeoutException;
import org.infinispan.client.hotrod.exceptions.RemoteCacheManagerNotStartedException;
import org.infinispan.client.hotrod.exceptions.RemoteIllegalLifecycleStateException;
import org.infinispan.client.hotrod.exceptions.TransportException;

/** What may be said of a failure: never what client or server say, which quote keys. */
enum Trouble {
    INTERRUPTED("interrupted"),
    LATE("no server has answered in time; see socket-timeout"),
    UNTRUSTED("the server's certificate is not trusted, or it speaks no TLS; see trust-store"),
    UNKNOWN("the server does not know this user with this password"),
    FORBIDDEN("the user lacks a permission of the cache: it needs READ, WRITE, LISTEN and BULK_READ"),
    UNAVAILABLE("the servers are of a minority, or too many have left at once (AvailabilityException)"),
    STOPPED("the client, or the cache of the server, was stopped"),
    UNREACHABLE("no server is reached, or it has hung up; see uri"),
    OTHER("the server refuses");

    private final String text;

    Trouble(String text) {
        this.text = text;
    }

    private boolean isIn(Throwable failure) {
        return switch (this) {
            case INTERRUPTED -> failure instanceof InterruptedException;
            case UNTRUSTED -> failure instanceof SSLException;
            case UNKNOWN -> failure instanceof SaslException || says(failure, "sasl", "authentication");
            case FORBIDDEN ->
                failure instanceof SecurityException || says(failure, "securityexception", "unauthorized");
            case UNAVAILABLE -> says(failure, "availabilityexception", "ispn000306");
            case LATE ->
                failure instanceof TimeoutException
                        || failure instanceof SocketTimeoutException
                        || failure instanceof HotRodTimeoutException;
            case STOPPED ->
                failure instanceof RemoteCacheManagerNotStartedException
                        || failure instanceof RemoteIllegalLifecycleStateException;
            case UNREACHABLE -> failure instanceof TransportException;
            case OTHER -> true;
        };
    }

    /** Makes an exception of ours of any that is none. */
    static RuntimeException said(RuntimeException failure) {
        return failure instanceof MemoizedException ? failure : of(failure).exception(failure);
    }

    private BackendException exception(RuntimeException failure) {
        return new BackendException(
                this == OTHER ? text + ": " + failure.getClass().getName() : text, null);
    }

    private static Trouble of(RuntimeException failure) {
        List<Throwable> all = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .toList();
        return Stream.of(values())
                .filter(each -> all.stream().anyMatch(each::isIn))
                .findFirst()
                .orElse(OTHER);
    }

    /** Servers send their exceptions as text; what else fails may quote a key with such a word. */
    private static boolean says(Throwable failure, String... words) {
        if (!(failure instanceof HotRodClientException answer && answer.isServerError())) {
            return false;
        }
        String message = Objects.requireNonNullElse(failure.getMessage(), "").toLowerCase(Locale.ROOT);
        return Stream.of(words).anyMatch(message::contains);
    }
}
