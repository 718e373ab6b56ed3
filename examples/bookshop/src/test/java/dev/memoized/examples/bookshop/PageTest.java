package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page is made of, without a browser. Lists stay fresh as long as the test takes. */
@Timeout(120)
class PageTest {

    private static final String REFRESH_AFTER = TopBooks.class.getName() + "/Memoized/refreshAfter";
    private static final String EXPIRE_AFTER = TopBooks.class.getName() + "/Memoized/expireAfter";

    private static OpenBookshop shop;

    @BeforeAll
    static void open() {
        System.setProperty(REFRESH_AFTER, "1h");
        System.setProperty(EXPIRE_AFTER, "2h");
        shop = new OpenBookshop();
    }

    @AfterAll
    static void close() {
        shop.close();
        System.clearProperty(REFRESH_AFTER);
        System.clearProperty(EXPIRE_AFTER);
    }

    @ParameterizedTest
    @CsvSource({
        "'', text/html",
        "page.css, text/css",
        "page.js, text/javascript",
        "chart.js, text/javascript",
        "icon.svg, image/svg+xml"
    })
    void eachFile_isServed_andMayLoadNothingFromElsewhere(String file, String type) {
        HttpResponse<String> response = shop.get("/" + file);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
        assertThat(response.headers().firstValue("Content-Security-Policy")).contains(PageHeaders.POLICY);
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.body().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http://", "https://", "//cdn");
    }

    @Test
    void page_hasNeitherScriptNorStyleInIt() {
        assertThat(shop.get("/").body()).doesNotContainPattern("<style|style=|<script>| on[a-z]+=");
    }

    @Test
    void settings_areTheAnnotationWithItsConfiguration() {
        JsonObject settings = OpenBookshop.object(shop.get("/api/settings"));

        assertThat(settings.getInt("refreshAfterMillis")).isEqualTo(3_600_000);
        assertThat(settings.getInt("expireAfterMillis")).isEqualTo(7_200_000);
        assertThat(settings.getString("backend")).isEqualTo("default");
        assertThat(settings.getString("type")).isEqualTo("local");
        assertThat(settings.getBoolean("enabled")).isTrue();
    }

    @Test
    void invalidation_dropsTheListsOfOneLanguage() {
        shop.get("/api/top-books?locale=es");
        shop.get("/api/top-books?locale=ja");

        assertThat(shop.post("/api/invalidate?locale=es").statusCode()).isEqualTo(204);

        assertThat(shop.get("/api/remembered?locale=es").body()).contains("\"remembered\":false");
        assertThat(shop.get("/api/remembered?locale=ja").body()).contains("\"remembered\":true");
    }

    @Test
    void originThatFails_hasNoConnections_andIsMended() {
        shop.get("/api/top-books?locale=fr");
        assertThat(shop.post("/api/origin?state=fails").statusCode()).isEqualTo(204);

        assertThat(shop.get("/api/top-books?locale=fr").statusCode())
                .as("remembered")
                .isEqualTo(200);
        assertThat(shop.post("/api/herd?callers=2&locale=fr").body()).contains("\"failed\":2");
        OpenBookshop.Figures figures = shop.figures();
        assertThat(figures.calls(Outcome.FAILED)).isEqualTo(2);

        shop.post("/api/origin?state=works");
        assertThat(shop.post("/api/herd?callers=1&locale=fr").body()).contains("\"computed\":1");
    }

    @Test
    void originThatHangs_keepsTheQueryWaiting_untilTheLockIsGone() throws Exception {
        assertThat(shop.post("/api/origin?state=hangs").statusCode()).isEqualTo(204);
        shop.bean(TableLockProbe.class).awaitLocked();

        var thread = Executors.newSingleThreadExecutor();
        try {
            var report = thread.submit(
                    () -> shop.post("/api/herd?callers=1&locale=de").body());
            shop.bean(TableLockProbe.class).awaitBlocked();
            assertThat(report.isDone()).isFalse();

            shop.post("/api/origin?state=works");
            assertThat(report.get(30, TimeUnit.SECONDS)).contains("\"computed\":1");
        } finally {
            thread.shutdownNow();
        }
        assertThat(shop.bean(TableLockProbe.class).isLocked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"cross-site, 403", "same-site, 403", "same-origin, 204", "none, 204"})
    void requestOfAnotherPage_changesNothing(String site, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(shop.uri().resolve("/api/invalidate?locale=de"))
                .header(SameOrigin.HEADER, site)
                .POST(BodyPublishers.noBody())
                .build();
        shop.get("/api/top-books?locale=de");

        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(status);
        assertThat(shop.get("/api/remembered?locale=de").body()).contains("\"remembered\":" + (status == 403));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ill", "FAILS"})
    void unknownState_isRefused(String state) {
        HttpResponse<String> response = shop.post("/api/origin?state=" + state);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("state must be works, fails or hangs.\n");
    }

    @Test
    void visitors_areToldToWhoListens_alsoPastTheCache() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(shop.uri() + "api/events")).build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");

        try (Reader reader = new InputStreamReader(response.body(), StandardCharsets.UTF_8);
                BufferedReader lines = new BufferedReader(reader)) {
            shop.post("/api/visitors?locale=en");
            awaitLine(lines, "\"outcome\":\"COMPUTED\"");
            shop.post("/api/visitors?locale=en&memoized=false");
            awaitLine(lines, "\"outcome\":\"NOT_MEMOIZED\"");
        }
    }

    private static void awaitLine(BufferedReader lines, String part) throws Exception {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(part)) {
                return;
            }
        }
        throw new AssertionError("The news ended without " + part);
    }
}
