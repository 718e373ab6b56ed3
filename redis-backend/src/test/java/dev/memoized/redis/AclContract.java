package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Lease;
import dev.memoized.testing.ManualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Protocol.Command;

/** The user that the howto makes: nothing is missing, and nothing is too much. */
abstract class AclContract {
    private static final Path HOWTO = Path.of("..", "docs", "howto", "redis.md");
    private static final String LINE = "ACL SETUSER ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Those of the channel: nobody fails without them. */
    private static final Set<String> LISTENING = Set.of("+subscribe", "+ping", "&memoized:*");

    abstract RedisServer server();

    private static List<String> rights() throws IOException {
        String line = Files.readAllLines(HOWTO).stream()
                .filter(each -> each.startsWith(LINE))
                .findFirst()
                .orElseThrow();
        return List.of(line.substring(LINE.length()).split(" "));
    }

    private static Stream<String> needed() throws IOException {
        return rights().stream().filter(each -> each.startsWith("+") && !LISTENING.contains(each));
    }

    @BeforeEach
    void empty() {
        server().client().flushAll();
        server().client().scriptFlush("any");
        server().send(Command.ACL, "LOG", "RESET");
    }

    /** Anew, with all rights of the howto but one. */
    private void makeUser(String without) throws IOException {
        List<String> all = new ArrayList<>(rights());
        all.remove(without);
        all.add(0, "SETUSER");
        all.add(2, "reset");
        server().send(Command.ACL, all.toArray(String[]::new));
    }

    private Map<String, String> user() {
        return Map.of("uri", "redis://shop:password@127.0.0.1:" + server().port());
    }

    private String refusals() {
        Object log = server().client().executeCommand(new CommandArguments(Command.ACL).add("LOG"));
        return text(log);
    }

    private static String text(Object answer) {
        if (answer instanceof List<?> all) {
            return all.stream().map(AclContract::text).toList().toString();
        }
        if (answer instanceof Map.Entry<?, ?> pair) {
            return text(pair.getKey()) + "=" + text(pair.getValue());
        }
        return answer instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(answer);
    }

    @Test
    void C62_userOfTheHowto_mayDoEverything() throws Exception {
        makeUser("");
        try (ByteBackend here = Given.backend(user());
                ByteBackend there = Given.backend(user())) {
            Everything.done(here);
            awaitHeard(here, there);
        }
        assertThat(refusals()).isEqualTo("[]");
    }

    private static void awaitHeard(ByteBackend here, ByteBackend there) {
        Lease lease = Bench.lease(Everything.open(here), "heard");
        await().atMost(PATIENCE).until(() -> {
            Everything.open(there).invalidate("heard");
            return lease.isVoid();
        });
    }

    @ParameterizedTest
    @MethodSource("needed")
    void C62_userWithoutARight_isTold(String right) throws Exception {
        makeUser(right);
        try (ByteBackend backend = Given.backend(user())) {
            assertThatThrownBy(() -> Everything.done(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("NOPERM")
                    .hasMessageNotContaining("password")
                    .hasMessageNotContaining("books");
        }
    }

    @Test
    void C62_userOfOtherKeys_isTold() throws Exception {
        makeUser("~memoized:*");
        server().send(Command.ACL, "SETUSER", "shop", "~others:*");
        try (ByteBackend backend = Given.backend(user())) {
            assertThatThrownBy(() -> Everything.done(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("NOPERM")
                    .hasMessageNotContaining("books");
        }
    }

    @Test
    void userOfAnotherDatabase_mustBeAllowedToSelectIt() throws Exception {
        makeUser("");
        Map<String, String> other = Map.of("uri", user().get("uri") + "/1");
        try (ByteBackend backend = Given.backend(other)) {
            assertThatThrownBy(() -> Everything.done(backend)).hasMessageContaining("NOPERM");
            server().send(Command.ACL, "SETUSER", "shop", "+select");
            Everything.done(backend);
        }
    }

    @Test
    void userWhoMayNotListen_isRefusedByTheServer_andWorks() throws Exception {
        makeUser("+subscribe");
        try (ByteBackend backend = Given.backend(user())) {
            Everything.done(backend);
            await().atMost(PATIENCE).until(() -> refusals().contains("subscribe"));
        }
    }

    @Test
    void userWhoMayNotUseTheChannel_isTold() throws Exception {
        makeUser("&memoized:*");
        try (ByteBackend backend = Given.backend(user())) {
            assertThatThrownBy(() -> Everything.done(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("NOPERM");
        }
    }

    @Test
    void userWhoMayNotPing_isCutOff() throws Exception {
        makeUser("+ping");
        ManualClock clock = new ManualClock();
        try (ByteBackend here = Given.backend(user(), clock);
                ByteBackend there = Given.backend(user())) {
            awaitHeard(here, there);
            await().atMost(PATIENCE).until(() -> {
                clock.advance(Duration.ofSeconds(5));
                return refusals().contains("ping");
            });
        }
    }

    @Test
    void C62_wrongPassword_isTold() throws Exception {
        makeUser("");
        Map<String, String> wrong = Map.of("uri", user().get("uri").replace("password", "secret"));
        try (ByteBackend backend = Given.backend(wrong)) {
            assertThatThrownBy(() -> Everything.done(backend))
                    .isInstanceOf(BackendException.class)
                    .hasMessageContaining("WRONGPASS")
                    .hasMessageNotContaining("secret");
        }
    }
}
