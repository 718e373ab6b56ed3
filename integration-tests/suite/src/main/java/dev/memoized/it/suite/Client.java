package dev.memoized.it.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Calls the application. Immutable; each changed one is another one. */
public final class Client {
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private final HttpClient http;
    private final URI root;
    private final Map<String, String> headers;

    private Client(HttpClient http, URI root, Map<String, String> headers) {
        this.http = http;
        this.root = root;
        this.headers = headers;
    }

    static Client of(int port) {
        return of(port, "app");
    }

    /** Of the application with that context on 127.0.0.1. */
    public static Client of(int port, String context) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        return new Client(http, URI.create("http://127.0.0.1:%d/%s/api/".formatted(port, context)), Map.of());
    }

    /** The same with one more header. */
    Client with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Client(http, root, more);
    }

    /** The same in a language. */
    Client in(String language) {
        return with("Accept-Language", language);
    }

    /** The same as somebody who says who he is. */
    Client as(String user) {
        byte[] credentials = (user + ":" + user).getBytes(StandardCharsets.UTF_8);
        return with("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    /** Asks for something below {@code /api}. */
    public Reply get(String path) {
        return send("GET", path, "");
    }

    /** Makes the application do something. */
    public Reply post(String path) {
        return send("POST", path, "");
    }

    /** Makes the application drop something. */
    public Reply delete(String path) {
        return send("DELETE", path, "");
    }

    Reply put(String path, String body) {
        return send("PUT", path, body);
    }

    /** How calls and renewals of a namespace ended, when no renewal is under way. */
    Reply counts(String namespace) {
        return get("namespaces/" + namespace + "/counts");
    }

    /** Asks until the answer is as wanted, for a while. */
    public Reply getUntil(String path, Predicate<Reply> isWanted) {
        Instant end = Instant.now().plus(AT_MOST);
        Reply reply = get(path);
        while (!isWanted.test(reply)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still " + reply);
            }
            reply = get(path);
        }
        return reply;
    }

    private Reply send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(AT_MOST)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "text/plain");
        }
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Whether the application answers. */
    public boolean isServed() {
        try {
            return !deployment().isEmpty();
        } catch (UncheckedIOException none) {
            return false;
        }
    }

    /** Which deployment answers; empty when none does. */
    public String deployment() {
        Reply reply = get("deployment");
        return reply.status() == 200 ? reply.get("id") : "";
    }
}
