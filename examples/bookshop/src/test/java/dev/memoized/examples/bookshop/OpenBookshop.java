package dev.memoized.examples.bookshop;

import dev.memoized.Outcome;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.ws.rs.SeBootstrap;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The bookshop at a free port, and somebody who walks in. */
final class OpenBookshop implements AutoCloseable {

    private static final String THE_METHOD = TopBooks.class.getName() + ".topBooks";

    private final Bookshop shop = Bookshop.open(SeBootstrap.Configuration.FREE_PORT);
    private final HttpClient client = HttpClient.newHttpClient();

    URI uri() {
        return shop.uri();
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri().resolve(path)).build());
    }

    HttpResponse<String> post(String path) {
        return send(HttpRequest.newBuilder(uri().resolve(path))
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request + " was interrupted", e);
        }
    }

    Figures figures() {
        JsonObject report = object(get("/api/outcomes"));
        JsonObject methods = report.getJsonObject("methods");
        JsonObject method = methods.keySet().stream()
                .filter(name -> name.startsWith(THE_METHOD))
                .findFirst()
                .map(methods::getJsonObject)
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
        return new Figures(method, report.getJsonObject("computations"));
    }

    <T> T bean(Class<T> type) {
        return CDI.current().select(type).get();
    }

    static JsonObject object(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readObject();
        }
    }

    static JsonArray array(HttpResponse<String> response) {
        try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
            return reader.readArray();
        }
    }

    @Override
    public void close() {
        shop.close();
    }

    /** What {@code /api/outcomes} says of the top books. */
    record Figures(JsonObject method, JsonObject computations) {

        int calls(Outcome outcome) {
            return method.containsKey("outcomes")
                    ? method.getJsonObject("outcomes").getInt(outcome.name())
                    : 0;
        }

        int calls() {
            int calls = 0;
            for (Outcome outcome : Outcome.values()) {
                calls += calls(outcome);
            }
            return calls;
        }

        int computed() {
            return computations.getInt("begun");
        }

        int mostAtOnce() {
            return computations.getInt("mostAtOnce");
        }
    }
}
