package dev.memoized.redis;

import dev.memoized.spi.Entry;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Leases and claims of one namespace. Thread-safe. */
final class Leasing {
    private static final byte[] NOTHING = {};

    /** How long a message about the end of a lease may be missed. */
    private static final Duration ASKS_AGAIN = Duration.ofSeconds(1);

    private final Namespace namespace;
    private final Access access;
    private final Judge judge;
    private final Shared shared;

    Leasing(Namespace namespace, Judge judge, Shared shared) {
        this.namespace = namespace;
        this.access = shared.access();
        this.judge = judge;
        this.shared = shared;
    }

    LeaseAnswer<byte[]> lease(Object key, Duration life, boolean exclusive) {
        RedisLease lease = begun(key, life, false);
        boolean isGranted = false;
        try {
            long asked = shared.time().nanos();
            Asked answer = access.again(
                    Asked::of,
                    Script.LEASE,
                    lease.scope(),
                    () -> attempt(lease, life, Form.ascii(exclusive ? "x" : "s")));
            answer.micros().ifPresent(micros -> shared.clock().heard(micros, asked));
            Entry<byte[]> entry = access.found(answer, lease.scope(), judge);
            if (!answer.isGranted()) {
                return new LeaseAnswer.Busy<>(entry, Duration.ofNanos(1_000 * answer.left()));
            }
            granted(lease, answer.number());
            isGranted = true;
            return new LeaseAnswer.Granted<>(lease, entry);
        } finally {
            if (!isGranted) {
                shared.leases().end(lease);
            }
        }
    }

    /** Known here before it is there: what happens to its key in between is not missed. */
    private RedisLease begun(Object key, Duration life, boolean isClaim) {
        shared.channel().open();
        RedisLease lease = new RedisLease(shared.scope(key, namespace), isClaim);
        lease.endsAt(shared.endOf(life));
        shared.leases().add(lease, shared.time().nanos());
        return lease;
    }

    private void granted(RedisLease lease, long number) {
        if (!shared.leases().granted(lease, number)) {
            shared.check(lease);
        }
    }

    private byte[][] attempt(RedisLease lease, Duration life, byte[]... more) {
        byte[] former = Form.ascii(lease.attempt(shared.token()));
        List<byte[]> all = new ArrayList<>(List.of(Form.ascii(lease.token()), Form.micros(life)));
        all.addAll(List.of(more));
        all.add(former);
        return all.toArray(byte[][]::new);
    }

    RedisLease claim(Object key, Duration life) {
        RedisLease claim = begun(key, life, true);
        boolean isGranted = false;
        try {
            long asked = shared.time().nanos();
            Claimed answer = access.again(Claimed::of, Script.CLAIM, claim.scope(), () -> attempt(claim, life));
            answer.micros().ifPresent(micros -> shared.clock().heard(micros, asked));
            granted(claim, answer.number());
            isGranted = true;
            return claim;
        } finally {
            if (!isGranted) {
                shared.leases().end(claim);
            }
        }
    }

    boolean publish(RedisLease lease, Entry<byte[]> entry, Duration life) {
        Form.Parts parts = Form.parts(entry);
        try {
            Done done = access.once(
                    Done::of,
                    Script.PUBLISH,
                    lease.scope(),
                    entry.tags(),
                    Form.ascii(lease.token()),
                    Form.life(life),
                    age(entry),
                    parts.digits(),
                    parts.facts());
            shared.leases().changed(lease.scope().id(), done.ended());
            return done.is(1);
        } finally {
            shared.leases().end(lease);
        }
    }

    boolean replace(RedisLease claim, Entry<byte[]> entry, Duration life, @Nullable Mark others) {
        Form.Parts parts = Form.parts(entry);
        byte[] mark = others == null ? NOTHING : shared.names().mark(others);
        try {
            Done done = access.replace(
                    claim,
                    entry.tags(),
                    mark,
                    Form.ascii(claim.token()),
                    Form.life(life),
                    age(entry),
                    parts.digits(),
                    parts.facts());
            if (done.is(0)) {
                return false;
            }
            shared.leases().changed(claim.scope().id(), done.ended());
            if (others != null) {
                shared.raised(others, done.number());
            }
            return true;
        } finally {
            shared.leases().end(claim);
        }
    }

    /** How old an entry is, in microseconds. */
    byte[] age(Entry<byte[]> entry) {
        return Form.ascii(Math.max(0, (shared.time().nanos() - entry.computedAt()) / 1_000));
    }

    boolean renew(RedisLease lease, Duration life) {
        long renewed = access.again(
                Server::number,
                Script.RENEW,
                lease.scope(),
                Form.ascii(lease.token()),
                Form.micros(life),
                lease.kind());
        boolean stands = renewed == 1;
        lease.endsAt(shared.endOf(life));
        if (!stands) {
            shared.leases().end(lease);
        }
        return stands;
    }

    void release(RedisLease lease) {
        shared.leases().end(lease);
        access.again(Done::of, Script.RELEASE, lease.scope(), Form.ascii(lease.token()));
        if (!lease.isClaim()) {
            shared.leases().changed(lease.scope().id(), Set.of());
        }
    }

    void awaitChange(Object key, Duration atMost) throws InterruptedException {
        shared.channel().open();
        Scope scope = shared.scope(key, namespace);
        CompletableFuture<Void> change = shared.leases().enter(scope.id());
        try {
            long micros = access.again(Server::number, Script.REMAINING, scope);
            if (micros > 0) {
                Duration bound = shortest(Duration.ofNanos(1_000 * micros), shortest(atMost, ASKS_AGAIN));
                shared.time().await(change, bound);
            }
        } finally {
            shared.leases().leave(scope.id(), change);
        }
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
