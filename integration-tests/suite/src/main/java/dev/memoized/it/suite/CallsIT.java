package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the library does for an application, once through in each runtime. */
@ExtendWith(Deployed.class)
class CallsIT {
    private final Client client;

    CallsIT(Client client) {
        this.client = client;
    }

    private static void assertEnded(Reply reply, String outcome, String value) {
        assertThat(reply.get("outcome") + ": " + reply.get("value")).isEqualTo(outcome + ": " + value);
    }

    @Test
    void call_isInterceptedOnce() {
        long before = client.counts("book.title").number("calls");
        client.get("books/titles/once");
        client.get("books/titles/once");
        assertThat(client.counts("book.title").number("calls") - before).isEqualTo(2);
    }

    @Test
    void nextVersion_isComputed() {
        Reply first = client.get("books/titles/versions");
        assertEnded(client.get("books/titles/versions"), "FRESH", first.get("value"));
        long edition = client.post("books/editions").number("edition");
        assertEnded(
                client.get("books/titles/versions"),
                "COMPUTED",
                "versions, edition %d, computation 2".formatted(edition));
    }

    @Test
    void entry_isReadPutAndDroppedByItsHandle() {
        assertThat(client.get("books/entries/handle").get("value")).isEqualTo("nothing");
        assertThat(client.put("books/entries/handle", "put by hand").get("value"))
                .isEqualTo("put by hand");
        assertEnded(client.get("books/titles/handle"), "FRESH", "put by hand");
        assertThat(client.delete("books/entries/handle").get("value")).isEqualTo("nothing");
        assertThat(client.get("books/titles/handle").get("value")).contains("computation 1");
    }

    @Test
    void tag_dropsWhatHasIt_andNothingElse() {
        client.get("books/shelves/poems");
        client.get("books/shelves/novels");
        client.post("books/shelves/poems/leaves");
        assertEnded(client.get("books/shelves/poems"), "COMPUTED", "poems, computation 2");
        assertEnded(client.get("books/shelves/novels"), "FRESH", "novels, computation 1");
    }

    @Test
    void configuration_winsOverTheAnnotation() {
        assertThat(client.get("namespaces/book.configured/limits").get("expireAfter"))
                .isEqualTo("PT7M");
    }

    @Test
    void cacheByProgram_keepsCountsAndDrops() {
        assertThat(client.get("cache/note").get("value")).isEqualTo("null");
        client.put("cache/note", "kept");
        assertThat(client.get("cache/note").get("value")).isEqualTo("kept");
        assertThat(client.delete("cache/note").get("deleted")).isEqualTo("true");
        assertThat(client.get("cache/note").get("value")).isEqualTo("null");
        client.post("cache/visits");
        assertThat(client.post("cache/visits").number("value")).isEqualTo(1);
    }
}
