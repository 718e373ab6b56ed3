package dev.memoized.impl.backend;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each flaw is found by the test that is named with it. */
class MutantsTest {

    static List<Killed> flaws() {
        return Flaws.all();
    }

    @ParameterizedTest
    @MethodSource("flaws")
    void flaw_isFound(Killed flaw, @TempDir Path folder) throws Exception {
        flaw.check(folder);
    }
}
