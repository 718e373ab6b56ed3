package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Values that vary by the request's locale, while they are renewed all the time. */
@ExtendWith(Deployed.class)
class LocalesIT {
    private static final long REFRESHES = 500;
    private static final int KEYS = 20;
    private static final int CALLS = 600;

    private final Client client;

    LocalesIT(Client client) {
        this.client = client;
    }

    @Test
    void twoLanguagesAtOnce_areNeverCrossed_inHundredsOfRenewals() {
        long before = refreshes();
        ExecutorService callers = Executors.newFixedThreadPool(2);
        try {
            CompletableFuture<Void> french = CompletableFuture.runAsync(() -> greetAll("fr"), callers);
            CompletableFuture<Void> english = CompletableFuture.runAsync(() -> greetAll("en"), callers);
            french.join();
            english.join();
        } finally {
            callers.shutdownNow();
        }
        assertThat(refreshes() - before).isGreaterThanOrEqualTo(REFRESHES);
    }

    private void greetAll(String language) {
        Client speaker = client.in(language);
        for (int call = 0; call < CALLS; call++) {
            int key = call % KEYS;
            assertThat(speaker.get("greetings/" + key).get("value")).isEqualTo("%s %s %d", language, language, key);
        }
    }

    private long refreshes() {
        Reply counts = client.counts("greeting");
        assertThat(counts.get("quiet")).isEqualTo("true");
        return counts.number("SUCCEEDED");
    }

    @Test
    void language_thatIsNotSpoken_isTheFirstOne() {
        assertThat(client.in("de").get("greetings/1000").get("value")).isEqualTo("en en 1000");
        assertThat(client.in("de, fr-CA;q=0.8").get("greetings/1000").get("value"))
                .isEqualTo("fr fr 1000");
    }
}
