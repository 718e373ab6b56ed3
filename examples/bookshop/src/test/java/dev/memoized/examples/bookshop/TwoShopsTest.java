package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.testing.ChildJvm;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.embedded.RedisServer;

/** Two shops that share what they remember in a Redis, with the settings of the command in the howto. */
@Timeout(300)
class TwoShopsTest {
    private static final Path HOWTO = Path.of("../../docs/howto/redis.md");
    private static final Duration OPENS_WITHIN = Duration.ofMinutes(2);
    private static final String FRESH = "-D" + TopBooks.class.getName() + "/Memoized/";

    private final HttpClient client = HttpClient.newHttpClient();

    /** Settings of the command, for a server at another port; and nothing depends on how quick the machine is. */
    private static List<String> settings(int redis) throws IOException {
        String command = Files.readAllLines(HOWTO).stream()
                .filter(line -> line.startsWith("./mvnw -Pbookshop"))
                .findFirst()
                .orElseThrow();
        List<String> settings = new ArrayList<>(Arrays.stream(command.split(" ", -1))
                .filter(word -> word.startsWith("-Dmemoized."))
                .map(word -> word.replace("localhost:6379", "127.0.0.1:" + redis))
                .toList());
        assertThat(settings).hasSize(2);
        settings.addAll(List.of(
                "-Xmx256m",
                "-Dmemoized.backend.default.timeout=1m",
                FRESH + "refreshAfter=1h",
                FRESH + "expireAfter=2h"));
        return settings;
    }

    private static ChildJvm open(int port, List<String> settings) {
        List<String> options = new ArrayList<>(settings);
        options.add("-Dport=" + port);
        return ChildJvm.start(options, Main.class);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String ask(int port, String path, String method) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofMinutes(1))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    private int computations(int port) throws Exception {
        try (JsonReader reader = Json.createReader(new StringReader(ask(port, "/api/outcomes", "GET")))) {
            JsonObject computations = reader.readObject().getJsonObject("computations");
            return computations.getInt("begun");
        }
    }

    private static String firstTitle(String list) {
        try (JsonReader reader = Json.createReader(new StringReader(list))) {
            return reader.readArray().getJsonObject(0).getString("title");
        }
    }

    @Test
    void whatOneHasComputed_theOtherServes_andASaleDropsItInBoth() throws Exception {
        int redisPort = freePort();
        RedisServer redis = RedisServer.newRedisServer()
                .port(redisPort)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .build();
        redis.start();
        int one = freePort();
        int other = freePort();
        List<String> settings = settings(redisPort);
        try (ChildJvm first = open(one, settings);
                ChildJvm second = open(other, settings)) {
            first.await("The bookshop is open", OPENS_WITHIN);
            second.await("The bookshop is open", OPENS_WITHIN);

            ask(one, "/", "GET");
            ask(other, "/", "GET");
            long start = System.nanoTime();
            String list = ask(one, "/api/top-books?locale=fr", "GET");
            long computed = System.nanoTime();
            String otherList = ask(other, "/api/top-books?locale=fr", "GET");
            long served = System.nanoTime();
            assertThat(otherList).isEqualTo(list);
            int runs = computations(one) + computations(other);
            StepsPage.line(
                    "| 7. two machines, by HTTP |",
                    " the one %s, then the other %s | %d |"
                            .formatted(StepsPage.millis(computed - start), StepsPage.millis(served - computed), runs));
            assertThat(runs).isEqualTo(1);

            String title = URLEncoder.encode(firstTitle(list), StandardCharsets.UTF_8);
            assertThat(ask(other, "/api/buy?locale=fr&title=" + title, "POST")).contains("\"sold\":1");
            ask(one, "/api/top-books?locale=fr", "GET");
            assertThat(computations(one)).isEqualTo(2);
        } finally {
            redis.stop();
        }
    }
}
