package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.impl.codec.Samples.Sample;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Envelope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each codec has ever written can be read, and is written so today; also the seeds of the fuzzer. */
class GoldenEnvelopesTest {
    private static final Path FILES = Path.of("src/test/resources/dev/memoized/impl/codec/envelopes");
    private static final String FORMAT = "1-";
    private static final int LIMIT = 100_000;

    private static byte[] envelope(Sample sample) throws Exception {
        byte[] value = sample.form(LIMIT).encode(sample.value(), Decoding.KEY);
        return Envelope.write(new Entry<>(value, 0, 42, "version", 7, Set.of("tag"), false, null), 1_000);
    }

    @TestFactory
    Stream<DynamicTest> envelope_isTheSameForEver() {
        return Samples.all().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    Path file = FILES.resolve(FORMAT + sample.name());
                    byte[] bytes = envelope(sample);
                    if (Boolean.getBoolean("memoized.write-docs")) {
                        Files.createDirectories(FILES);
                        Files.write(file, bytes);
                    }
                    assertThat(file)
                            .as("write it again with -Dmemoized.write-docs=true")
                            .hasBinaryContent(bytes);
                    assertReads(Files.readAllBytes(file), sample);
                }));
    }

    private static void assertReads(byte[] bytes, Sample sample) {
        assertThat(Envelope.read(bytes, LIMIT)).isInstanceOfSatisfying(Envelope.Whole.class, whole -> {
            assertThat(whole.entry().tags()).containsExactly("tag");
            assertThat(whole.entry().asOf()).isEqualTo(7);
            assertThat(sample.form(LIMIT).decode(whole.entry().value(), Decoding.KEY))
                    .isEqualTo(sample.value());
        });
    }

    @Test
    void everyFile_isOfASample() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Samples.all().stream()
                            .map(sample -> FORMAT + sample.name())
                            .toList());
        }
    }
}
