package dev.memoized.infinispan.remote;

import dev.memoized.testing.FlawedClass.Flaw;
import java.nio.file.Path;

/** What may be wrong here, and in the module below. */
final class Flaws {
    private Flaws() {}

    static Flaw of(String type, String right, String wrong) {
        return new Flaw(Path.of("src/main/java"), "dev.memoized.infinispan.remote." + type, right, wrong);
    }

    static Flaw ofCells(String type, String right, String wrong) {
        return new Flaw(Path.of("../cells/src/main/java"), "dev.memoized.cells." + type, right, wrong);
    }
}
