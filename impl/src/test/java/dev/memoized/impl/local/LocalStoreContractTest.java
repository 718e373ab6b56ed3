package dev.memoized.impl.local;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.ObjectBackend;
import dev.memoized.tck.store.ObjectStoreContract;

class LocalStoreContractTest extends ObjectStoreContract {
    private final LocalBackend backend = new LocalBackend(time(), 3);

    @Override
    protected ObjectBackend backend() {
        return backend;
    }

    @Override
    protected void lose(Mark mark) {
        for (String other : new String[] {"x", "y", "z"}) {
            backend.invalidate(Mark.tag(other), InvalidationMode.SOFT);
        }
    }
}
