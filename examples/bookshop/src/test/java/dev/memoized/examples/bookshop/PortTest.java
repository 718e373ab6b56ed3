package dev.memoized.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop says about the port it is told. */
class PortTest {

    @AfterEach
    void clear() {
        System.clearProperty(Port.PROPERTY);
    }

    @Test
    void takenPort_isSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            System.setProperty(Port.PROPERTY, String.valueOf(taken.getLocalPort()));

            assertThatThrownBy(Port::chosen)
                    .hasMessage("Port " + taken.getLocalPort() + " is in use. Start with -Dport=<another>.");
        }
    }

    @Test
    void freePort_isTaken() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        System.setProperty(Port.PROPERTY, String.valueOf(free));

        assertThat(Port.chosen()).isEqualTo(free);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "0", "80", "65536", "-1", "99999999999"})
    void noPort_isSaidWithTheRange(String text) {
        System.setProperty(Port.PROPERTY, text);

        assertThatThrownBy(Port::chosen)
                .hasMessage("-Dport=" + text
                        + " is no port for the shop. Start with -Dport=<a number from 1024 to 65535>.");
    }
}
