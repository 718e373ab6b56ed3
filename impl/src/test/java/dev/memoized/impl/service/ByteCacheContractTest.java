package dev.memoized.impl.service;

import dev.memoized.Cache;
import dev.memoized.tck.service.CacheContract;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import dev.memoized.testing.MemoryByteBackend;
import java.util.Map;

/** The cache by program over a store of bytes, behind its guard. */
class ByteCacheContractTest extends CacheContract {
    private static final int LARGEST = 100_000;

    private ServiceRig rig;

    @Override
    protected Cache<Object> open(ManualClock time, HandExecutor behind) {
        rig = new ServiceRig(
                time,
                behind,
                Map.of("", new MemoryByteBackend(time, LARGEST), "other", new MemoryByteBackend(time, LARGEST)));
        return rig.service();
    }

    @Override
    protected boolean enumerates() {
        return false;
    }

    @Override
    protected void close() {
        rig.close();
    }
}
