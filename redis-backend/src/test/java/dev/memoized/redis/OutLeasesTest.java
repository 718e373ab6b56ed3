package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class OutLeasesTest {
    private static final Names NAMES = new Names("test", 0);
    private static final Namespace BOOKS = new Namespace("books", "", 10, Object::toString);

    private final OutLeases leases = new OutLeases();
    private int tokens;

    private RedisLease begun(String key, long endsAt, long now) {
        RedisLease lease = new RedisLease(Scope.of(key, BOOKS, NAMES), false);
        lease.endsAt(endsAt);
        lease.attempt("token-" + ++tokens);
        leases.add(lease, now);
        return lease;
    }

    private RedisLease granted(String key) {
        RedisLease lease = begun(key, 100, 0);
        leases.granted(lease, 7);
        return lease;
    }

    private static String entry(String key) {
        return Scope.of(key, BOOKS, NAMES).id();
    }

    @Test
    void leasesThatNobodyEnds_areForgottenAfterTheirLives() {
        for (int i = 0; i < 100_000; i++) {
            leases.granted(begun("key" + i, i + 10, i), 7);
        }

        assertThat(leases.out()).hasSizeLessThan(2_000);
    }

    @Test
    void newsThatNameALease_endIt_andLeaveOthersAlone() {
        RedisLease lease = granted("key");
        RedisLease other = granted("key");

        leases.changed(entry("key"), Set.of("somebody", lease.token()));

        assertThat(lease.isVoid()).isTrue();
        assertThat(other.isVoid()).isFalse();
        assertThat(leases.out()).containsExactly(other);
    }

    @Test
    void newsThatComeBeforeTheAnswer_count() {
        RedisLease lease = begun("key", 100, 0);
        leases.changed(entry("key"), Set.of(lease.token()));

        leases.granted(lease, 7);

        assertThat(lease.isVoid()).isTrue();
        assertThat(leases.out()).isEmpty();
    }

    @Test
    void anyNews_wakeWhoWaits() {
        CompletableFuture<Void> change = leases.enter(entry("key"));
        leases.changed(entry("other"), Set.of());
        assertThat(change).isNotDone();

        leases.changed(entry("key"), Set.of());

        assertThat(change).isDone();
    }

    @Test
    void marks_areComparedByTheirNumbers_beforeTheAnswerToo() {
        String mark = Names.text(NAMES.mark(Mark.namespace("books")));
        RedisLease old = begun("key", 100, 0);
        RedisLease fresh = begun("key", 100, 0);
        leases.raised(mark, 8);

        leases.granted(old, 7);
        leases.granted(fresh, 8);

        assertThat(old.isVoid()).isTrue();
        assertThat(fresh.isVoid()).isFalse();
        leases.raised("another", 9);
        assertThat(fresh.isVoid()).isFalse();
    }

    @Test
    void leaseBegunBeforeTheChannelWasCut_isAskedFor_andOneFromAfterIsNot() {
        RedisLease before = begun("key", 100, 0);
        leases.missed();
        RedisLease after = begun("key", 100, 0);

        assertThat(leases.granted(before, 7)).isFalse();
        assertThat(leases.granted(after, 7)).isTrue();
        assertThat(before.isVoid()).isFalse();
    }
}
