package dev.memoized.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.Mark;
import dev.memoized.spi.Namespace;
import org.junit.jupiter.api.Test;

class OutLeasesTest {
    private static final Names NAMES = new Names("test", 0);
    private static final Namespace BOOKS = new Namespace("books", "", 10, Object::toString);

    private final OutLeases leases = new OutLeases();

    private RedisLease begun(String key, long endsAt, long now) {
        RedisLease lease = new RedisLease(Scope.of(key, BOOKS, NAMES), false);
        lease.endsAt(endsAt);
        leases.add(lease, now);
        return lease;
    }

    private RedisLease granted(String key) {
        RedisLease lease = begun(key, 100, 0);
        leases.granted(lease, 7, 1_000);
        return lease;
    }

    private static String entry(String key) {
        return Scope.of(key, BOOKS, NAMES).id();
    }

    @Test
    void leasesThatNobodyEnds_areForgottenAfterTheirLives() {
        for (int i = 0; i < 100_000; i++) {
            leases.granted(begun("key" + i, i + 10, i), 7, 1_000);
        }

        assertThat(leases.out()).hasSizeLessThan(2_000);
    }

    @Test
    void newsFromBeforeTheGrant_leaveALeaseAlone_andThoseFromAfterEndIt() {
        RedisLease lease = granted("key");

        leases.written(entry("key"), 999);
        assertThat(lease.isVoid()).isFalse();
        leases.written(entry("key"), 1_001);
        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void newsThatComeBeforeTheAnswer_areComparedWithIt() {
        RedisLease before = begun("key", 100, 0);
        RedisLease after = begun("key", 100, 0);
        leases.written(entry("key"), 1_000);

        leases.granted(before, 7, 999);
        leases.granted(after, 7, 1_001);

        assertThat(before.isVoid()).isTrue();
        assertThat(after.isVoid()).isFalse();
    }

    @Test
    void ownDeeds_endWhatWasOutBefore_whateverTheServersClockSays() {
        RedisLease lease = granted("key");

        leases.written(entry("key"), 5, leases.out(entry("key")));

        assertThat(lease.isVoid()).isTrue();
    }

    @Test
    void marks_areComparedByTheirNumbers_beforeTheAnswerToo() {
        String mark = Names.text(NAMES.mark(Mark.namespace("books")));
        RedisLease old = begun("key", 100, 0);
        RedisLease fresh = begun("key", 100, 0);
        leases.raised(mark, 8);

        leases.granted(old, 7, 1_000);
        leases.granted(fresh, 8, 1_000);

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

        assertThat(leases.granted(before, 7, 1_000)).isFalse();
        assertThat(leases.granted(after, 7, 1_000)).isTrue();
        assertThat(before.isVoid()).isFalse();
    }

    @Test
    void publishing_endsLeasesAndNotClaims() {
        RedisLease claim = new RedisLease(Scope.of("key", BOOKS, NAMES), true);
        claim.endsAt(100);
        leases.add(claim, 0);
        leases.granted(claim, 7, 1_000);
        RedisLease lease = granted("key");

        leases.published(entry("key"), 2_000);

        assertThat(lease.isVoid()).isTrue();
        assertThat(claim.isVoid()).isFalse();
    }
}
