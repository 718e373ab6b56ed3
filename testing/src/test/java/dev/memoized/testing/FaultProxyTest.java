package dev.memoized.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FaultProxyTest {
    private static final String WORDS = "0123456789";

    private final List<Socket> clients = new ArrayList<>();
    private EchoServer server;
    private FaultProxy proxy;

    @BeforeEach
    void open() throws IOException {
        server = new EchoServer();
        proxy = new FaultProxy(server.address());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket client : clients) {
            client.close();
        }
        proxy.close();
        server.close();
    }

    private Socket connect() throws IOException {
        Socket client = new Socket(InetAddress.getByName("127.0.0.1"), proxy.port());
        client.setTcpNoDelay(true);
        client.setSoTimeout(30_000);
        clients.add(client);
        return client;
    }

    private static void send(Socket client) throws IOException {
        client.getOutputStream().write(WORDS.getBytes(US_ASCII));
    }

    private static String read(Socket client) throws IOException {
        return new String(client.getInputStream().readNBytes(WORDS.length()), US_ASCII);
    }

    private static String echo(Socket client) throws IOException {
        send(client);
        return read(client);
    }

    @Test
    void nothing_said_passes_on_everything() throws IOException {
        byte[] much = new byte[3_000_000];
        new Random(5).nextBytes(much);
        Socket client = connect();
        try (Callers<Integer> sender = Callers.start(1, number -> {
            client.getOutputStream().write(much);
            return much.length;
        })) {
            assertThat(client.getInputStream().readNBytes(much.length)).isEqualTo(much);
            assertThat(sender.values()).containsExactly(much.length);
        }
        assertThat(proxy.replies()).isPositive();
        assertThat(proxy.count()).isZero();
    }

    @Test
    void each_client_gets_its_own_answers() throws IOException {
        Socket one = connect();
        Socket other = connect();
        other.getOutputStream().write("9876543210".getBytes(US_ASCII));
        assertThat(echo(one)).isEqualTo(WORDS);
        assertThat(read(other)).isEqualTo("9876543210");
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void client_that_has_no_more_to_say_still_gets_the_answer() throws IOException {
        Socket client = connect();
        send(client);
        client.shutdownOutput();
        assertThat(new String(client.getInputStream().readAllBytes(), US_ASCII)).isEqualTo(WORDS);
    }

    @Test
    void delayed_reply_comes_late_and_whole() throws IOException {
        Socket client = connect();
        proxy.delayBy(Duration.ofMillis(300));
        proxy.set(Fault.DELAY, 1);
        long began = System.nanoTime();
        assertThat(echo(client)).isEqualTo(WORDS);
        assertThat(System.nanoTime() - began)
                .isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
        proxy.awaitCount(Fault.DELAY, 1);
    }

    @Test
    void delay_of_one_connection_leaves_the_others_alone() throws IOException {
        Socket late = connect();
        Socket other = connect();
        assertThat(echo(late)).isEqualTo(WORDS);
        proxy.delayBy(Duration.ofDays(1));
        proxy.set(Fault.DELAY, 1);
        send(late);
        proxy.awaitCount(Fault.DELAY, 1);
        proxy.work();
        assertThat(echo(other)).isEqualTo(WORDS);
        late.setSoTimeout(1);
        assertThatThrownBy(() -> read(late)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void cut_ends_the_connection_before_the_reply() throws IOException {
        Socket client = connect();
        proxy.set(Fault.CUT, 1);
        assertThat(echo(client)).isEmpty();
        proxy.awaitCount(Fault.CUT, 1);
        proxy.work();
        assertThat(echo(connect())).isEqualTo(WORDS);
    }

    @Test
    void truncated_reply_is_its_first_half() throws IOException {
        Socket client = connect();
        proxy.set(Fault.TRUNCATE, 1);
        assertThat(echo(client)).isEqualTo("01234");
        proxy.awaitCount(Fault.TRUNCATE, 1);
    }

    @Test
    void reset_connection_fails_in_the_middle_of_the_reply() throws IOException {
        Socket client = connect();
        proxy.set(Fault.RESET, 1);
        send(client);
        assertThatThrownBy(() -> read(client)).isInstanceOf(SocketException.class);
        proxy.awaitCount(Fault.RESET, 1);
    }

    @Test
    void corrupt_reply_differs_in_one_byte() throws IOException {
        Socket client = connect();
        proxy.set(Fault.CORRUPT, 1);
        for (int i = 0; i < 100; i++) {
            send(client);
            byte[] reply = client.getInputStream().readNBytes(WORDS.length());
            assertThat(differences(reply)).isOne();
        }
        proxy.awaitCount(Fault.CORRUPT, 100);
    }

    private static int differences(byte[] reply) {
        int differences = 0;
        for (int i = 0; i < WORDS.length(); i++) {
            differences += reply[i] == WORDS.charAt(i) ? 0 : 1;
        }
        return differences;
    }

    @Test
    void black_hole_swallows_what_comes_and_stays_open() throws IOException {
        Socket client = connect();
        Socket other = connect();
        assertThat(echo(other)).isEqualTo(WORDS);
        proxy.set(Fault.BLACK_HOLE, 1);
        send(client);
        proxy.awaitCount(Fault.BLACK_HOLE, 1);
        proxy.work();

        send(client);
        assertThat(echo(other)).isEqualTo(WORDS);
        client.setSoTimeout(1);
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        server.close();
        assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        assertThat(proxy.connections()).isPositive();
    }

    @Test
    void faults_come_in_their_shares() throws IOException {
        proxy.delayBy(Duration.ZERO);
        proxy.set(Fault.DELAY, 0.2);
        proxy.set(Fault.CORRUPT, 0.3);
        Socket client = connect();
        for (int i = 0; i < 2_000; i++) {
            echo(client);
        }
        proxy.work();
        echo(client);

        assertThat(proxy.replies()).isEqualTo(2_001);
        assertThat(proxy.count(Fault.DELAY)).isCloseTo(400, within(80L));
        assertThat(proxy.count(Fault.CORRUPT)).isCloseTo(600, within(90L));
        assertThat(proxy.count()).isEqualTo(proxy.count(Fault.DELAY, Fault.CORRUPT));
    }

    @Test
    void same_seed_brings_the_same_faults() throws IOException {
        assertThat(corrupted(7)).isEqualTo(corrupted(7)).isNotEqualTo(corrupted(8));
    }

    private List<String> corrupted(long seed) throws IOException {
        List<String> replies = new ArrayList<>();
        try (FaultProxy seeded = new FaultProxy(server.address(), seed);
                Socket client = new Socket("127.0.0.1", seeded.port())) {
            seeded.set(Fault.CORRUPT, 0.5);
            for (int i = 0; i < 20; i++) {
                replies.add(echo(client));
            }
        }
        return replies;
    }

    @Test
    void shares_that_cannot_be_are_refused() {
        proxy.set(Fault.CUT, 0.6);
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.set(Fault.DELAY, 0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.set(Fault.CUT, -0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.set(Fault.CUT, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> proxy.delayBy(Duration.ofNanos(-1)));
        proxy.set(Fault.CUT, 0.5);
        proxy.set(Fault.DELAY, 0.5);
    }

    @Test
    void cut_of_all_ends_what_is_open_and_lets_in_new_ones() throws IOException {
        Socket client = connect();
        assertThat(echo(client)).isEqualTo(WORDS);
        proxy.cutAll();
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(echo(connect())).isEqualTo(WORDS);
    }

    @Test
    void server_that_is_not_there_ends_the_connection_and_is_found_when_it_is_back() throws IOException {
        int port = server.address().getPort();
        server.close();
        assertThat(connect().getInputStream().read()).isEqualTo(-1);
        server = new EchoServer(port);
        assertThat(echo(connect())).isEqualTo(WORDS);
    }

    @Test
    void close_leaves_neither_thread_nor_port() throws IOException {
        proxy.delayBy(Duration.ofDays(1));
        Socket idle = connect();
        Socket late = connect();
        Socket swallowed = connect();
        echo(idle);
        echo(late);
        echo(swallowed);
        proxy.set(Fault.BLACK_HOLE, 1);
        send(swallowed);
        proxy.awaitCount(Fault.BLACK_HOLE, 1);
        proxy.work();
        proxy.set(Fault.DELAY, 1);
        send(late);
        String name = "fault proxy " + proxy.port();
        assertThat(threads(name)).hasSize(7);

        proxy.close();
        proxy.close();

        assertThat(threads(name)).isEmpty();
        assertThat(proxy.connections()).isZero();
        assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        assertThat(idle.getInputStream().read()).isEqualTo(-1);
    }

    private static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .toList();
    }
}
