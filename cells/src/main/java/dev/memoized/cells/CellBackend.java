package dev.memoized.cells;

import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import java.util.Set;

/** A backend on a ground. Thread-safe. */
public final class CellBackend implements ByteBackend {
    private final Names names;
    private final Opening opening;
    private final Set<Capability> capabilities;

    /**
     * Does not start anything yet.
     *
     * @param names of all that lies there
     * @param source of the ground
     * @param time the application's clock
     * @param capabilities of the backend
     */
    public CellBackend(Names names, Source source, TimeSource time, Set<Capability> capabilities) {
        this.names = names;
        this.opening = new Opening(names, source, time);
        this.capabilities = capabilities;
    }

    /**
     * The era that it lives in. Starts what is to be started, as the first use does.
     *
     * @return grows when parts of the ground find each other again; the same for all who know of it
     * @throws dev.memoized.BackendException it cannot be started
     */
    public long era() {
        return opening.in(Shared::era);
    }

    @Override
    public Store<byte[]> open(Namespace namespace) {
        return new CellStore(namespace, names, opening);
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    /** Ends listening, and stops what was started. */
    @Override
    public void close() {
        opening.close();
    }
}
