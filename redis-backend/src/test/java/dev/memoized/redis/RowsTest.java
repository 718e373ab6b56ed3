package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final Path PAGE = Path.of("../docs/proof/s1-redis.md");

    @Test
    void everyRow_hasATest_andEveryTestOfARowIsOfOneThatIsListed() {
        assertThat(Rows.values()).allMatch(row -> Rows.all().anyMatch(row::isShownBy));
        assertThat(Rows.all()).allMatch(test -> Stream.of(Rows.values()).anyMatch(row -> row.isShownBy(test)));
    }

    @Test
    void page_saysWhatIsHere() throws IOException {
        if (Boolean.getBoolean("memoized.write-docs")) {
            Files.writeString(PAGE, Rows.page());
        }
        assertThat(PAGE).as("write it again with -Dmemoized.write-docs=true").hasContent(Rows.page());
    }
}
