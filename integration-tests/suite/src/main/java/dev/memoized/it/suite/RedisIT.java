package dev.memoized.it.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.redis.RedisBackend;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import redis.clients.jedis.RedisClient;

/** What the library does with a backend outside of the server, which others share. */
@ExtendWith(Deployed.class)
class RedisIT {
    private static final String NAMESPACE = "catalogue.listing";

    private final Client client;
    private final Redis redis;

    RedisIT(Client client, Deployment deployment) {
        this.client = client;
        this.redis = deployment.redis();
    }

    @BeforeEach
    void start() throws Exception {
        redis.start();
    }

    private static String listing(String book, int computation) {
        return "Listing[book=%s, computation=%d, printed=1813-01-28, shelves=[novels, classics]]"
                .formatted(book, computation);
    }

    private static void assertEnded(Reply reply, String outcome, String value) {
        assertThat(reply.get("outcome") + ": " + reply.get("value")).isEqualTo(outcome + ": " + value);
    }

    /** The guard may have found the server down a moment ago. */
    private void awaitHits(String book) {
        client.getUntil(
                "catalogue/listings/" + book, reply -> reply.get("outcome").equals("FRESH"));
    }

    @Test
    void value_isBroughtBackAsItWas() {
        awaitHits("ready");
        assertEnded(client.get("catalogue/listings/whole"), "COMPUTED", listing("whole", 1));
        assertEnded(client.get("catalogue/listings/whole"), "FRESH", listing("whole", 1));
        assertThat(redis.names()).anyMatch(name -> name.contains(NAMESPACE));
    }

    @Test
    void tag_dropsWhatHasIt_andNothingElse() {
        awaitHits("dropped");
        awaitHits("kept");
        String kept = client.get("catalogue/listings/kept").get("value");
        client.post("catalogue/listings/dropped");
        assertThat(client.get("catalogue/listings/dropped").get("outcome")).isEqualTo("COMPUTED");
        assertEnded(client.get("catalogue/listings/kept"), "FRESH", kept);
    }

    @Test
    void staleValue_isServed_andRenewedBehind() {
        client.getUntil("catalogue/passing/news", reply -> reply.get("outcome").equals("STALE"));
        client.getUntil(
                "catalogue/passing/news",
                reply -> reply.get("outcome").equals("STALE")
                        && !reply.get("value").equals(listing("news", 1)));
    }

    @Test
    void invalidationOfAnotherJvm_isSeen() {
        awaitHits("elsewhere");
        try (RedisClient other = RedisClient.create("127.0.0.1", redis.port());
                RedisBackend backend = RedisBackend.on(other).build()) {
            backend.open(new Namespace("elsewhere", "", 1, Object::toString))
                    .invalidate(Mark.namespace(NAMESPACE), InvalidationMode.HARD);
        }
        assertThat(client.get("catalogue/listings/elsewhere").get("outcome")).isEqualTo("COMPUTED");
    }

    @Test
    void serverThatDies_costsComputations_andServesAgain() throws Exception {
        awaitHits("outage");
        String before = client.get("catalogue/listings/outage").get("value");
        redis.close();
        Reply without = client.get("catalogue/listings/outage");
        assertThat(without.get("outcome")).isEqualTo("COMPUTED");
        assertThat(without.get("value")).isNotEqualTo(before);
        assertThat(client.get("books/titles/outage").status()).isEqualTo(200);
        redis.start();
        awaitHits("outage");
    }
}
