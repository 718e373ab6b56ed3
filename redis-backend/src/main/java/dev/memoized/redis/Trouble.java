package dev.memoized.redis;

import dev.memoized.BackendException;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** What may be said of a failure: never what the server quotes. */
enum Trouble {
    OOM("the server has no memory left (OOM); see maxmemory and its policy"),
    READONLY("the server only reads (READONLY): it is a replica; see the address"),
    LOADING("the server still loads its data (LOADING)"),
    MISCONF("the server cannot save, and takes no writes (MISCONF); see its disk"),
    NOPERM("the user lacks a permission (NOPERM); see the howto on Redis"),
    NOAUTH("the server wants a password (NOAUTH)"),
    WRONGPASS("the server does not know this user with this password (WRONGPASS)"),
    MOVED("the server is one of a cluster (MOVED)"),
    MASTERDOWN("the server has lost its leader, and answers nothing (MASTERDOWN)"),
    TRYAGAIN("the slot of the key is on its way to another node (TRYAGAIN)"),
    CLUSTERDOWN("the cluster is down (CLUSTERDOWN)"),
    NOREPLICAS("too few replicas take part (NOREPLICAS)"),
    BUSY("a script of somebody keeps the server busy (BUSY)"),
    NOSENTINEL("no sentinel tells which server leads; see uri, sentinel-user and sentinel-password"),
    NOLEADER("the sentinels know no leader of this name; see uri"),
    EXHAUSTED("all connections are in use; see connections"),
    UNSECURED("the connection cannot be secured (TLS); see the name of the host, trust-store and key-store"),
    UNREACHABLE("the server cannot be reached, or has cut the connection"),
    ODD("an answer has a form that no server gives it; see what lies between"),
    OTHER("the server refuses; see the cause");

    private static final List<String> REFUSALS =
            List.of("The user executing the script can't ", "ACL failure in script: ");

    private final String text;

    Trouble(String text) {
        this.text = text;
    }

    static Trouble of(JedisException failure) {
        if (failure.getCause() instanceof NoSuchElementException) {
            return EXHAUSTED;
        }
        if (isUnsecured(failure)) {
            return UNSECURED;
        }
        String message = String.valueOf(failure.getMessage());
        return Arrays.stream(values())
                .filter(each -> each != ODD && each.isSaidBy(message))
                .findFirst()
                .orElse(isUnreachable(failure) ? UNREACHABLE : OTHER);
    }

    private static boolean isUnreachable(JedisException failure) {
        return failure instanceof JedisConnectionException || failure instanceof JedisClusterOperationException;
    }

    private static boolean isUnsecured(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(SSLHandshakeException.class::isInstance);
    }

    /** Scripts put words before it, or tell it without the word: by versions 6.2 and 7.0, and since 7.2. */
    private boolean isSaidBy(String message) {
        if (this == NOPERM && REFUSALS.stream().anyMatch(message::contains)) {
            return true;
        }
        return message.startsWith(name() + " ")
                || message.contains(" " + name() + " ")
                || message.contains("-" + name() + " ");
    }

    /** Whether it is what a failure tells of. */
    boolean isOf(BackendException failure) {
        return failure.getCause() instanceof JedisException cause && of(cause) == this;
    }

    @Override
    public String toString() {
        return text;
    }
}
