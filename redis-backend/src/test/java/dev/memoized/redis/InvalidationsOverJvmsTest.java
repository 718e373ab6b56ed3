package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.redis.Chronicle.Deed;
import dev.memoized.redis.Chronicle.Line;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(600)
@Isolated("JVMs beside this one")
class InvalidationsOverJvmsTest extends InvalidationsOverJvmsContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    private static final int FEW = 2_000;

    InvalidationsOverJvmsTest() {
        super(SERVER);
    }

    /** Others are read with the entry. */
    @Override
    boolean isDroppedByAHeldMark(int key) {
        return Historian.isDroppedByATagFromInside(key);
    }

    @Test
    void deleteThatVoidsNoLease_isFound(@TempDir Path folder) throws IOException {
        String flaw = Flawed.script(folder, "delete", "voidAll()", "");
        assertFound(history(folder, FEW, flaw));
    }

    private static void assertFound(List<Line> all) {
        assertThat(Chronicle.old(all, Deed.LOOKED_UP))
                .anyMatch(line -> !Historian.isDroppedByATagFromInside(line.key()));
    }

    @Test
    void markThatIsNotRaised_isFound(@TempDir Path folder) throws IOException {
        String flaw = Flawed.script(folder, "mark", "raise(ARGV[5], ARGV[4] == 'hard')", "number");
        assertFound(history(folder, FEW, flaw));
    }
}
