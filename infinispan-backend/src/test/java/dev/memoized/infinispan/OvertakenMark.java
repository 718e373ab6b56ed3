package dev.memoized.infinispan;

import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.Entry;
import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Lease;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import dev.memoized.spi.TimeSource;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.infinispan.Cache;

/**
 * One invalidates a group, and has got its number already when another one replaces a value with the same mark, and so gets a
 * higher one; answers whether that value, which was made before the invalidation, is read after it.
 */
final class OvertakenMark implements Function<String, Boolean> {
    private static final Mark GROUP = Mark.group("books", "part");
    private static final TaggedKey KEY = new TaggedKey("key", Set.of(), Set.of(GROUP));

    private final AtomicReference<Runnable> between = new AtomicReference<>(() -> {});
    private final Names names = new Names("overtaken");

    @Override
    public Boolean apply(String mode) {
        Cluster cluster = Cluster.local();
        cluster.start();
        try {
            Caches caches = cluster.caches(0);
            try (InfinispanBackend slow = backend(slow(caches));
                    InfinispanBackend quick = backend(caches)) {
                return isRead(slow.open(Bench.books()), quick.open(Bench.books()), InvalidationMode.valueOf(mode));
            }
        } finally {
            cluster.stop();
        }
    }

    private boolean isRead(Store<byte[]> slow, Store<byte[]> quick, InvalidationMode mode) {
        TimeSource time = TimeSource.ofMachine();
        quick.put(KEY, Entry.of(new byte[] {1}, time.nanos(), Set.of()), Bench.LIFE);
        Lease claim = quick.claim(KEY, Bench.LIFE);
        between.set(() -> {
            Entry<byte[]> made = Entry.of(new byte[] {2}, time.nanos(), Set.of());
            quick.replace(claim, made, Bench.LIFE, GROUP);
        });
        slow.invalidate(GROUP, mode);
        Entry<byte[]> found = quick.read(KEY, time.nanos());
        return found != null && !found.softlyInvalidated();
    }

    private InfinispanBackend backend(Caches caches) {
        InCaches.Source source = new InCaches.Source(names, () -> caches, any -> Election.NONE);
        return new InfinispanBackend(source, TimeSource.ofMachine(), Set.of());
    }

    /** Before it writes the mark of the group the other one is let in. */
    @SuppressWarnings("unchecked")
    private Caches slow(Caches caches) {
        Cache<String, String> marks = (Cache<String, String>) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    boolean isWrite = method.getName().equals("replace")
                            || method.getName().equals("putIfAbsent");
                    if (isWrite && names.mark(GROUP).equals(arguments[0])) {
                        between.getAndSet(() -> {}).run();
                    }
                    return method.invoke(caches.marks(), arguments);
                });
        return new Caches(caches.entries(), marks, caches.node(), caches.members());
    }
}
