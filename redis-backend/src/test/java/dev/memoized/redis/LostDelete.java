package dev.memoized.redis;

import dev.memoized.BackendException;
import dev.memoized.impl.time.SystemTime;
import dev.memoized.spi.ByteBackend;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.testing.Fault;
import dev.memoized.testing.FaultProxy;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Deletes whose answers are lost, at a server on a port: how many leases of this JVM stand after them. */
final class LostDelete implements ToIntFunction<Integer> {
    private static final int ROUNDS = 10;

    @Override
    public int applyAsInt(Integer server) {
        try (SystemTime time = new SystemTime();
                FaultProxy proxy = new FaultProxy(new InetSocketAddress("127.0.0.1", server));
                ByteBackend backend = Given.backend(Map.of("uri", "redis://127.0.0.1:" + proxy.port()), time)) {
            Store<byte[]> store = backend.open(new Namespace("lost", "", 10, Object::toString));
            store.read("warm", time.nanos());
            int standing = 0;
            for (double share : new double[] {0.5, 1}) {
                for (int round = 0; round < ROUNDS; round++) {
                    standing += stands(store, proxy, share) ? 1 : 0;
                }
            }
            return standing;
        }
    }

    private static boolean stands(Store<byte[]> store, FaultProxy proxy, double share) {
        Lease lease = Bench.lease(store, "key");
        proxy.set(Fault.CUT, share);
        try {
            store.invalidate("key");
        } catch (BackendException unknown) {
            // it may have come about
        }
        proxy.work();
        boolean stands = !lease.isVoid();
        store.invalidate("key");
        return stands;
    }
}
