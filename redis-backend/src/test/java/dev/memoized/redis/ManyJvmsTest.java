package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(600)
@Isolated("three JVMs beside this one")
class ManyJvmsTest extends ManyJvmsContract {
    @RegisterExtension
    static final RedisServer SERVER = RedisServer.embedded();

    ManyJvmsTest() {
        super(SERVER, 20, 5);
    }

    @Test
    void leaseThatIsGrantedToAll_isFound(@TempDir Path folder) throws IOException {
        try (Fleet fleet = new Fleet(
                SERVER, Flawed.script(folder, "lease", "local granted = left == 0", "local granted = true"))) {
            callAll(fleet, "flawed");
            fleet.awaitHolder("flawed");
            await().atMost(Duration.ofMinutes(2)).until(() -> fleet.computations("flawed") > 1);
            fleet.release("flawed");
        }
    }

    @Test
    void C68_lateValueThatIsStored_isFound(@TempDir Path folder) throws IOException {
        String flaw = Flawed.script(folder, "publish", "if not asOf then", "asOf = asOf or number\nif not asOf then");
        try (Fleet fleet = new Fleet(SERVER, SHORT_LEASE, flaw)) {
            String key = "late";
            resumed(fleet, key, succeeded(fleet, key, ChildJvm::pause));
            assertThat(fleet.ask(0, "lookup " + key)).isEqualTo(key + "#1");
        }
    }
}
