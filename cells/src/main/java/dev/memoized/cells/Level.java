package dev.memoized.cells;

import dev.memoized.spi.InvalidationMode;

/**
 * The numbers of one mark.
 *
 * @param hard what lies below it is gone
 * @param soft what lies below it is stale
 */
record Level(long hard, long soft) {

    /** One that is not there may have been lost: it counts as raised just now. */
    static Level lost(long number) {
        return new Level(number, 0);
    }

    /** Text of a ledger. What is no number was written by somebody else, and takes all. */
    static Level of(String text) {
        int gap = text.indexOf(' ');
        return new Level(Ledger.whole(text.substring(0, Math.max(gap, 0))), Ledger.whole(text.substring(gap + 1)));
    }

    /** Whether what bears the number lies below it, or is stale by it. */
    boolean isAbove(long asOf) {
        return hard > asOf || soft > asOf;
    }

    /** Whether the number would be no change. */
    boolean isRaisedTo(long number, InvalidationMode mode) {
        long raised = mode == InvalidationMode.HARD ? hard : soft;
        return raised >= number && raised != Long.MAX_VALUE;
    }

    Level hard(long number) {
        return new Level(Math.max(hard, number), soft);
    }

    Level soft(long number) {
        return new Level(hard, Math.max(soft, number));
    }

    String text() {
        return hard + " " + soft;
    }
}
