package dev.memoized.it.suite;

import java.io.IOException;
import java.nio.file.Path;

/** A server that can take another archive in place of the one that it runs. */
public interface RedeployingServer extends Server {

    /** Makes it take the archive; nothing is waited for. */
    void replace(Setup setup, Path archive) throws IOException;
}
