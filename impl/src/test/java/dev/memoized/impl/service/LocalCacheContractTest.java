package dev.memoized.impl.service;

import dev.memoized.Cache;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.tck.service.CacheContract;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.util.Map;

class LocalCacheContractTest extends CacheContract {
    private ServiceRig rig;

    @Override
    protected Cache<Object> open(ManualClock time, HandExecutor behind) {
        rig = new ServiceRig(time, behind, Map.of("", new LocalBackend(time), "other", new LocalBackend(time)));
        return rig.service();
    }

    @Override
    protected void close() {
        rig.close();
    }
}
