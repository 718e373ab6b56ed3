package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Outcome;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody buys a book. Lists stay fresh as long as the test takes: operations say so, by configuration. */
class BuyTest {

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

    private static JsonObject first(String locale) {
        return OpenBookshop.array(shop.get("/api/top-books?locale=" + locale)).getJsonObject(0);
    }

    private static HttpResponse<String> buy(String locale, String title) {
        return shop.post("/api/buy?locale=" + locale + "&title=" + URLEncoder.encode(title, StandardCharsets.UTF_8));
    }

    private static boolean isRemembered(String locale) {
        return OpenBookshop.object(shop.get("/api/remembered?locale=" + locale)).getBoolean("remembered");
    }

    @Test
    void boughtBook_isInTheNextListOfItsLanguage_andOtherListsStay() {
        JsonObject before = first("fr");
        first("de");
        assertThat(isRemembered("fr")).isTrue();

        HttpResponse<String> receipt = buy("fr", before.getString("title"));

        assertThat(receipt.statusCode()).isEqualTo(200);
        assertThat(OpenBookshop.object(receipt).getInt("sold")).isEqualTo(1);
        assertThat(isRemembered("fr")).isFalse();
        OpenBookshop.Figures sold = shop.figures();
        JsonObject after = first("fr");
        assertThat(shop.figures().calls(Outcome.COMPUTED) - sold.calls(Outcome.COMPUTED))
                .isEqualTo(1);
        assertThat(after.getString("title")).isEqualTo(before.getString("title"));
        assertThat(after.getInt("readers")).isEqualTo(before.getInt("readers") + 1);
        OpenBookshop.Figures asked = shop.figures();
        first("de");
        assertThat(shop.figures().calls(Outcome.FRESH) - asked.calls(Outcome.FRESH))
                .isEqualTo(1);
        assertThat(shop.figures().computed()).isEqualTo(asked.computed());
    }

    @Test
    void unknownBook_isRefused() {
        HttpResponse<String> response = buy("fr", "Nothing of the kind");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("There is no such book in that language.\n");
    }

    @Test
    void salesAreCountedByLanguage() {
        String title = first("ja").getString("title");
        buy("ja", title);
        assertThat(OpenBookshop.object(buy("ja", title)).getInt("sold")).isEqualTo(2);
    }
}
