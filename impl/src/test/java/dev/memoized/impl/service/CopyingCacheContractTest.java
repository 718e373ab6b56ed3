package dev.memoized.impl.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.Cache;
import dev.memoized.impl.local.LocalBackend;
import dev.memoized.tck.service.CacheContract;
import dev.memoized.testing.HandExecutor;
import dev.memoized.testing.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cache by program in memory, with copies, by setting. */
class CopyingCacheContractTest extends CacheContract {
    private ServiceRig rig;
    private Cache<Object> cache;

    @Override
    protected Cache<Object> open(ManualClock time, HandExecutor behind) {
        rig = new ServiceRig(
                time,
                behind,
                Map.of("", new LocalBackend(time), "other", new LocalBackend(time)),
                Map.of("memoized.backend.default.copy", "true")::get);
        cache = rig.service();
        return cache;
    }

    @Override
    protected void close() {
        rig.close();
    }

    @Test
    void callersGetCopies() {
        List<Object> list = new ArrayList<>(List.of("a"));
        cache.set("list", list);
        list.add("b");
        assertThat(cache.get("list")).isEqualTo(List.of("a"));
        assertThat(cache.get("list")).isNotSameAs(cache.get("list"));
    }
}
