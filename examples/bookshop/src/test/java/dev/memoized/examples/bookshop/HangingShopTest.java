package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A shop whose origin hangs while a herd waits for it. */
@Timeout(120)
class HangingShopTest {

    private OpenBookshop shop;
    private boolean closed;
    private CompletableFuture<HttpResponse<String>> herd;

    @BeforeEach
    void openAndLetAHerdWait() {
        shop = new OpenBookshop();
        assertThat(shop.post("/api/origin?state=hangs").statusCode()).isEqualTo(204);
        TableLockProbe probe = shop.bean(TableLockProbe.class);
        probe.awaitLocked();
        HttpRequest request = HttpRequest.newBuilder(shop.uri().resolve("/api/herd?callers=3&locale=de"))
                .POST(BodyPublishers.noBody())
                .build();
        herd = HttpClient.newHttpClient().sendAsync(request, BodyHandlers.ofString());
        probe.awaitBlocked();
    }

    @AfterEach
    void closeOnce() {
        if (!closed) {
            shop.close();
        }
    }

    @Test
    void secondHerd_isRefusedAtOnce() throws Exception {
        HttpResponse<String> second = shop.post("/api/herd?callers=3&locale=de");

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).isEqualTo("Another herd is on its way: wait until it is back.\n");
        shop.post("/api/origin?state=works");
        assertThat(herd.get(60, TimeUnit.SECONDS).body()).contains("\"computed\":1");
        assertThat(shop.post("/api/herd?callers=3&locale=de").statusCode()).isEqualTo(200);
    }

    @Test
    void closedShop_letsEverybodyGo() {
        closed = true;
        shop.close();

        assertThat(herd.handle((answer, failure) -> true)).succeedsWithin(Duration.ofSeconds(60));
    }
}
