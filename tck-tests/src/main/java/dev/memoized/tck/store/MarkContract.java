package dev.memoized.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.memoized.spi.InvalidationMode;
import dev.memoized.spi.Mark;
import dev.memoized.spi.Store;
import dev.memoized.spi.TaggedKey;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is invalidated by one number. */
abstract class MarkContract<V> extends VoidingContract<V> {

    @Test
    @Says("A hard mark of a namespace takes all that it holds.")
    void hardMark_ofTheNamespace_takesAll() {
        put(KEY, 1);
        put("another", 2);
        invalidateNamespace(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
        assertHoldsNothing("another");
    }

    @Test
    @Says("A soft mark of a namespace leaves all that it holds stale.")
    void softMark_ofTheNamespace_leavesAllStale() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
    }

    @Test
    @Says("A hard mark of a tag takes what has the tag, and nothing else.")
    void hardMark_ofATag_takesWhatHasIt() {
        put(KEY, 1, TAG, "other");
        put("another", 2, "other");
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
        assertHolds("another", 2);
    }

    @Test
    @Says("A soft mark of a tag leaves stale what has the tag, and nothing else.")
    void softMark_ofATag_leavesStaleWhatHasIt() {
        put(KEY, 1, TAG);
        put("another", 2);
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsSoftly(KEY, 1);
        assertHolds("another", 2);
    }

    @Test
    @Says("The tags of a key are judged when it is read.")
    void mark_ofATagOfTheKey_isReadWithIt() {
        put(TAGGED, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("The tags of the reader's key count, even when the entry lacks them.")
    void mark_ofATagThatOnlyTheReadersKeyHas_countsForIt() {
        put(new TaggedKey(KEY, Set.of("other")), 1, "other");
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsSoftly(TAGGED, 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("Published entries have their tags like others.")
    void mark_ofATag_takesPublishedEntriesToo() {
        publish(lease(TAGGED), 1, TAG);
        assertHolds(TAGGED, 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(TAGGED);
    }

    @Test
    @Says("Added entries have their tags like others.")
    void mark_ofATag_takesAddedEntriesToo() {
        store().add(KEY, entry(1, TAG), units(10));
        assertHolds(KEY, 1);
        invalidateTag(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A mark of a tag counts in all namespaces of the backend.")
    void mark_ofATag_countsInAllNamespaces() {
        Store<V> authors = open("authors", "");
        authors.put(KEY, entry(1, TAG), units(10));
        invalidateTag(InvalidationMode.HARD);
        assertThat(authors.read(KEY, time().nanos())).isNull();
    }

    @Test
    @Says("A mark of a namespace leaves others alone.")
    void mark_ofANamespace_leavesOthersAlone() {
        put(KEY, 1);
        store().invalidate(Mark.namespace("authors"), InvalidationMode.HARD);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("Any store of a backend raises any mark.")
    void mark_ofANamespace_isRaisedThroughAnyStore() {
        put(KEY, 1);
        open("authors", "").invalidate(Mark.namespace("books"), InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A mark of a namespace counts for all its schemas.")
    void mark_ofANamespace_countsForAllSchemas() {
        Store<V> second = open("books", "2");
        second.put(KEY, entry(1), units(10));
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(second.read(KEY, time().nanos())).isNull();
    }

    @Test
    @Says("A mark of a tag or namespace that nobody has used is no error.")
    void mark_ofWhatNobodyKnows_doesNothing() {
        put(KEY, 1);
        store().invalidate(Mark.namespace("unknown"), InvalidationMode.HARD);
        store().invalidate(Mark.tag("unknown"), InvalidationMode.SOFT);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A tag with the name of a namespace has a mark of its own.")
    void mark_ofATagNamedAsTheNamespace_isAnother() {
        put(KEY, 1);
        store().invalidate(Mark.tag("books"), InvalidationMode.HARD);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("A hard mark after a soft one takes what was left stale.")
    void hardMark_afterASoftOne_takesAll() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        invalidateNamespace(InvalidationMode.HARD);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("A soft mark after a hard one brings nothing back.")
    void softMark_afterAHardOne_bringsNothingBack() {
        put(KEY, 1, TAG);
        invalidateTag(InvalidationMode.HARD);
        invalidateTag(InvalidationMode.SOFT);
        assertHoldsNothing(KEY);
    }

    @Test
    @Says("What is put after a mark is fresh.")
    void put_afterAMark_isFresh() {
        invalidateNamespace(InvalidationMode.HARD);
        invalidateTag(InvalidationMode.SOFT);
        put(KEY, 1, TAG);
        assertHolds(KEY, 1);
    }

    @Test
    @Says("What is published under a lease from after a mark is fresh.")
    void publish_afterASoftMarkAndANewLease_isFresh() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        publish(lease(KEY), 2);
        assertHolds(KEY, 2);
    }

    @Test
    @Says("What a hard mark has taken is nothing to delete, increment and add.")
    void goneEntry_isNothing() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.HARD);
        assertThat(store().invalidate(KEY)).isFalse();
        assertThat(store().increment(KEY, 1)).isEmpty();
        assertThat(store().add(KEY, entry(2), units(10))).isTrue();
        assertHolds(KEY, 2);
    }

    @Test
    @Says("What a soft mark has left stale is something to add, lease and delete.")
    void softEntry_isSomething() {
        put(KEY, 1);
        invalidateNamespace(InvalidationMode.SOFT);
        assertThat(store().add(KEY, entry(2), units(10))).isFalse();
        assertSame(ask(KEY, true).entry(), found(KEY));
        assertThat(store().invalidate(KEY)).isTrue();
    }
}
