package dev.memoized.infinispan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.memoized.BackendException;
import dev.memoized.cells.Election;
import dev.memoized.cells.Names;
import dev.memoized.spi.CacheBackend.Capability;
import dev.memoized.spi.Entry;
import dev.memoized.spi.Lease;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Namespace;
import dev.memoized.spi.Store;
import dev.memoized.spi.TimeSource;
import dev.memoized.tck.store.AtHandFirst;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A backend on each member of a cluster, with names of their own. */
final class Bench implements AutoCloseable {
    static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<InfinispanBackend> members = new ArrayList<>();
    private final Names names = new Names(UUID.randomUUID().toString());
    private final TimeSource time = TimeSource.ofMachine();

    Bench(Cluster cluster) {
        this(cluster, any -> Election.NONE);
    }

    Bench(Cluster cluster, InCaches.Ballot ballot) {
        cluster.nodes().forEach(node -> {
            InCaches.Source source = new InCaches.Source(names, cluster.source(node), ballot);
            InfinispanBackend member = new InfinispanBackend(source, time, Set.of(Capability.SHARED));
            member.era();
            members.add(member);
        });
    }

    Store<byte[]> on(int node) {
        return members.get(node).open(books());
    }

    static Namespace books() {
        return new Namespace("books", "", 10, Object::toString);
    }

    /** The era that a member lives in. */
    long era(int node) {
        return members.get(node).era();
    }

    Names names() {
        return names;
    }

    Entry<byte[]> entry(String value, String... tags) {
        return Entry.of(value.getBytes(UTF_8), time.nanos(), Set.of(tags));
    }

    /** As calls read: what is at hand, else what is asked for. */
    @Nullable
    String read(int node, Object key) {
        Entry<byte[]> entry = new AtHandFirst<>(on(node)).read(key, time.nanos());
        return entry == null || entry.value() == null ? null : new String(entry.value(), UTF_8);
    }

    Lease lease(int node, Object key) {
        LeaseAnswer<byte[]> answer = on(node).lease(key, LIFE, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Granted.class);
        return ((LeaseAnswer.Granted<byte[]>) answer).lease();
    }

    /** The same as soon as members that have just lost one know of it: until then they may ask it, and get no answer. */
    Lease leaseInTheEnd(int node, Object key) {
        return await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(BackendException.class)
                .until(() -> lease(node, key), Objects::nonNull);
    }

    boolean isBusy(int node, Object key) {
        return on(node).lease(key, LIFE, true) instanceof LeaseAnswer.Busy;
    }

    @Override
    public void close() {
        members.forEach(InfinispanBackend::close);
    }
}
