package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.LeaseAnswer;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who gets a lease. */
abstract class LeaseContract<V> extends TouchContract<V> {

    @Test
    @Says("Who asks first for the lease of a key gets it.")
    void lease_ofAColdKey_isGrantedWithoutEntry() {
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(granted(answer).key()).isEqualTo(KEY);
        assertThat(answer.entry()).isNull();
    }

    @Test
    @Says("An answer brings what the key holds now, granted or busy.")
    void lease_readsAgain() {
        put(KEY, 1);
        assertSame(ask(KEY, true).entry(), found(KEY));
        LeaseAnswer<V> busy = ask(KEY, true);
        assertThat(busy).isInstanceOf(LeaseAnswer.Busy.class);
        assertSame(busy.entry(), found(KEY));
    }

    @Test
    @Says("An answer does not bring what has ended or what a hard mark has taken.")
    void lease_showsNothingThatIsGone() {
        store().put(KEY, entry(1), units(2));
        pass(units(2));
        assertThat(ask(KEY, true).entry()).isNull();
        put("another", 2);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(ask("another", true).entry()).isNull();
    }

    @Test
    @Says("A lease bears the key that it was asked for, with its tags.")
    void lease_bearsTheKeyItWasAskedFor() {
        TaggedKey key = new TaggedKey(KEY, Set.of(TAG));
        Object its = lease(key).key();
        assertThat(its).isEqualTo(key);
        assertThat(TaggedKey.tagsOf(its)).containsExactly(TAG);
    }

    @Test
    @Says("Taking a lease changes nothing of what the key holds.")
    void lease_storesNothing() {
        put(KEY, 1);
        lease(KEY);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("While a lease is out the answer is busy, and says how long at most.")
    void lease_whileAnotherIsOut_isBusy() {
        lease(KEY);
        pass(units(4));
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Busy.class);
        assertThat(((LeaseAnswer.Busy<V>) answer).remaining()).isPositive().isLessThanOrEqualTo(units(6).plus(unit()));
    }

    @Test
    @Says("Busy says how long the last of several leases may take.")
    void lease_whileSeveralAreOut_tellsTheLast() {
        granted(store().lease(KEY, units(2), false));
        granted(store().lease(KEY, units(10), false));
        LeaseAnswer<V> answer = ask(KEY, true);
        assertThat(answer).isInstanceOf(LeaseAnswer.Busy.class);
        assertThat(((LeaseAnswer.Busy<V>) answer).remaining()).isGreaterThan(units(2));
    }

    @Test
    @Says("A lease is of the key, whatever the tags it was asked for with.")
    void lease_whileItsTaggedKeyIsOut_isBusy() {
        lease(new TaggedKey(KEY, Set.of("a")));
        assertBusy(new TaggedKey(KEY, Set.of("b")));
    }

    @Test
    @Says("Keys have leases of their own.")
    void lease_ofAnotherKey_isGranted() {
        lease(KEY);
        lease("another");
    }

    @Test
    @Says("Namespaces and schemas have leases of their own.")
    void lease_inAnotherNamespaceOrSchema_isGranted() {
        lease(KEY);
        granted(open("authors", "").lease(KEY, units(10), true));
        granted(open(NAME, "2").lease(KEY, units(10), true));
    }

    @Test
    @Says("Stores of one name and schema share their leases.")
    void lease_ofTheSameNamespaceOpenedTwice_isBusy() {
        granted(open(NAME, "").lease(KEY, units(10), true));
        assertBusy(KEY);
    }

    @Test
    @Says("A lease that excludes nobody keeps those out who want it for themselves.")
    void lease_whileASharedOneIsOut_isBusy() {
        sharedLease(KEY);
        assertBusy(KEY);
    }

    @Test
    @Says("Who excludes nobody gets a lease beside others.")
    void sharedLease_isGrantedBesideOthers() {
        lease(KEY);
        sharedLease(KEY);
        sharedLease(KEY);
    }

    @Test
    @Says("After a release the next one gets the lease.")
    void lease_afterRelease_isGranted() {
        store().release(lease(KEY));
        lease(KEY);
    }

    @Test
    @Says("After publishing the next one gets the lease.")
    void lease_afterPublish_isGranted() {
        publish(lease(KEY), 1);
        lease(KEY);
    }

    @Test
    @Says("After a lease's life the next one gets it.")
    void lease_afterItsLife_isGranted() {
        lease(KEY);
        pass(units(10));
        lease(KEY);
    }

    @Test
    @Says("A lease that excludes nobody ends by itself too.")
    void sharedLease_afterItsLife_excludesNobody() {
        sharedLease(KEY);
        pass(units(10));
        lease(KEY);
    }

    @Test
    @Says("After a delete the next one gets the lease.")
    void lease_afterDelete_isGranted() {
        lease(KEY);
        store().invalidate(KEY);
        lease(KEY);
    }

    @Test
    @Says("After a put the next one gets the lease.")
    void lease_afterPut_isGranted() {
        lease(KEY);
        put(KEY, 1);
        lease(KEY);
    }

    @Test
    @Says("A lease may live longer than a store can count.")
    void lease_ofALifeBeyondCounting_isOut() {
        granted(store().lease(KEY, Store.FOREVER, true));
        pass(units(10));
        assertBusy(KEY);
    }
}
