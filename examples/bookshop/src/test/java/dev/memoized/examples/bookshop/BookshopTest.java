package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.memoized.Outcome;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a visitor gets. */
class BookshopTest {

    private static OpenBookshop shop;

    @BeforeAll
    static void open() {
        shop = new OpenBookshop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void door_namesTheEndpoints() {
        HttpResponse<String> response = shop.get("/");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(response.body()).contains("/api/top-books?locale=", "/api/herd?callers=", "/api/outcomes");
    }

    @ParameterizedTest
    @EnumSource
    void topBooks_areTenInTheLanguageAskedFor(Language language) {
        HttpResponse<String> response = shop.get("/api/top-books?locale=" + language.tag());

        assertThat(response.statusCode()).isEqualTo(200);
        JsonArray books = OpenBookshop.array(response);
        assertThat(books).hasSize(10);
        assertThat(books.getValuesAs(JsonObject.class)).allSatisfy(book -> {
            assertThat(book.keySet()).containsExactly("title", "author", "readers");
            assertThat(book.getString("author")).isNotBlank();
        });
        assertThat(books.getValuesAs(book -> ((JsonObject) book).getInt("readers")))
                .isSortedAccordingTo((one, other) -> other - one)
                .allMatch(readers -> readers > 0);
        assertThat(books.getValuesAs(book -> ((JsonObject) book).getString("title")))
                .isSubsetOf(titlesIn(language));
    }

    private static List<String> titlesIn(Language language) {
        return new Catalogue(new Random(0))
                .booksIn(language).stream().map(Book::title).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"xx", "FR", "fr-CH", ""})
    void unknownLocale_isRefusedWithTheKnownOnes(String locale) {
        HttpResponse<String> response = shop.get("/api/top-books?locale=" + locale);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("Unknown locale. Known ones: en, de, fr, es, ja.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10001", "many", ""})
    void herdOfNoSize_isRefused(String callers) {
        HttpResponse<String> response = shop.post("/api/herd?callers=" + callers);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("callers must be a number from 1 to 10000.\n");
    }

    @Test
    void outcomes_countEachCall() {
        OpenBookshop.Figures before = shop.figures();

        shop.get("/api/top-books?locale=es");
        shop.get("/api/top-books?locale=es");

        OpenBookshop.Figures after = shop.figures();
        assertThat(after.calls() - before.calls()).isEqualTo(2);
        assertThat(after.calls(Outcome.FAILED)).isZero();
        assertThat(after.computed()).isPositive();
        assertThat(after.method().keySet())
                .containsExactlyInAnyOrder("outcomes", "refreshes", "lastAgeMillis", "maximumAgeMillis");
        assertThat(after.computations().keySet()).containsExactlyInAnyOrder("begun", "ended", "mostAtOnce");
    }

    @Test
    void closedShop_leavesNothingBehind_andAnotherOneOpens() throws SQLException {
        Connection connection = shop.bean(Database.class).connect();
        shop.close();

        URI closed = shop.uri();
        assertThat(connection.isValid(1)).isFalse();
        assertThatThrownBy(() -> new Socket(InetAddress.getByName(closed.getHost()), closed.getPort()).close())
                .isInstanceOf(ConnectException.class);

        shop = new OpenBookshop();
        assertThat(shop.get("/api/top-books").statusCode()).isEqualTo(200);
        assertThat(shop.figures().computed()).isEqualTo(1);
    }
}
