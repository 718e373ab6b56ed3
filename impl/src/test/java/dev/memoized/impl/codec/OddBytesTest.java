package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fuzzer's corpus again, and some of its tricks: nothing but values and misses. */
class OddBytesTest {
    private static final Path FILES = Path.of("src/test/resources/dev/memoized/impl/codec");

    private final Decoding decoding = new Decoding();

    private static List<byte[]> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve(folder))) {
            return files.sorted().map(OddBytesTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void envelope_isAValueOfItsOwnForm() throws IOException {
        for (byte[] envelope : files("envelopes")) {
            assertThat(decoding.read(envelope)).isPositive();
        }
    }

    @Test
    void whatTheFuzzerFound_isAValueOrAMiss() throws IOException {
        for (byte[] odd : files("odd")) {
            assertThat(decoding.read(odd)).isBetween(0, 100);
        }
    }

    @Test
    void truncatedEnvelope_isAValueOrAMiss() throws IOException {
        for (byte[] envelope : files("envelopes")) {
            for (int length = 0; length < envelope.length; length++) {
                assertThat(decoding.read(Arrays.copyOf(envelope, length))).isBetween(0, 100);
            }
        }
    }

    @Test
    void envelopeThatAnnouncesWhatIsNotThere_isAValueOrAMiss() throws IOException {
        for (byte[] envelope : files("envelopes")) {
            for (int i = 0; i <= envelope.length - Integer.BYTES; i++) {
                byte[] odd = envelope.clone();
                ByteBuffer.wrap(odd).putInt(i, Integer.MAX_VALUE);
                assertThat(decoding.read(odd)).isBetween(0, 100);
            }
        }
    }

    @Test
    void envelopeWithAnyByteChanged_isAValueOrAMiss() throws IOException {
        Random random = new Random(1);
        for (byte[] envelope : files("envelopes")) {
            for (int i = 0; i < envelope.length; i++) {
                byte[] odd = envelope.clone();
                odd[i] = (byte) random.nextInt();
                assertThat(decoding.read(odd)).isBetween(0, 100);
            }
        }
    }
}
