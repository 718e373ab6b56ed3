package dev.memoized.impl.proof;

/** What is wrong with a {@link NaiveMemoizing}: one thing at a time. */
enum Defect {
    NONE("nothing"),
    NO_LEASE("stores whatever was computed"),
    FLIGHT_NOT_DETACHED_BY_INVALIDATION("an invalidated key's computation goes on as if nothing had been said"),
    SOFT_DOES_NOT_DETACH("a soft mark leaves running computations alone"),
    LATE_JOINER_JOINS_OLD_FLIGHT("whoever calls after an invalidation joins the computation that began before it"),
    LANDING_REMOVES_SUCCESSOR("a detached flight removes the flight that took its place"),
    OVERDUE_FLIGHT_BLOCKS("a computation that takes too long is waited for"),
    NO_SINGLE_FLIGHT("every caller computes"),
    AS_OF_TAKEN_LATE("the invalidation number is taken after the computation"),
    MARK_BY_CLOCK("the invalidation number is the time"),
    HARD_MARK_SERVES_STALE("what lies under a hard mark is served as stale"),
    SOFT_MARK_SERVES_FRESH("what lies under a soft mark is served as fresh"),
    MARK_HITS_LATER_VALUES("a mark counts for what was computed after it too"),
    TIMESTAMP_AFTER("age counts from the end of the computation"),
    KEY_BY_REFERENCE("the key changes with the argument"),
    USER_CODE_UNDER_MAP_LOCK("computes under the lock of the map"),
    WAITS_WITHOUT_CYCLE_CHECK("waits for itself"),
    UNBOUNDED_WAIT("waits without end"),
    WHEN_COLD_IGNORED("waits although told not to"),
    INTERRUPT_FLAG_LOST("an interrupted follower's flag is gone"),
    FOREGROUND_ON_ANOTHER_THREAD("a caller's computation runs elsewhere"),
    STALE_VALUE_BLOCKS_CALLER("computes although there is a stale value"),
    REFRESH_PER_CALLER("each caller of a stale value hands a renewal over"),
    QUEUE_UNBOUNDED("takes any number of renewals"),
    REJECTION_KEEPS_TICKET("a renewal that was rejected is never tried again"),
    REFRESH_OF_FRESH("renews what somebody else has renewed meanwhile"),
    FAILED_REFRESH_DROPS_VALUE("a failed renewal takes the stale value away"),
    CALLER_REFRESH_BY_EACH("each caller of a stale value renews it"),
    FAILED_CALLER_REFRESH_THROWS("a failed renewal in a call fails the call"),
    FLIGHT_NOT_REMOVED_ON_FAILURE("a failed flight stays"),
    COMPLETE_BEFORE_REMOVE("those who wait are told before the flight is removed"),
    ERRORS_LEAVE_FLIGHT("only exceptions end a flight"),
    EXCEPTION_REMEMBERED("a failure is remembered"),
    RETRY_PER_FOLLOWER("each follower of a failed computation computes"),
    INTERRUPTED_LEADER_FAILS_FOLLOWERS("an interrupted computation fails those who wait"),
    NULL_IS_A_MISS("null is not remembered"),
    JOINED_KEY_TEXT("arguments are joined with commas"),
    UNTYPED_KEY("arguments are compared as text"),
    ARRAY_BY_REFERENCE("arrays are compared by identity"),
    EXPIRED_SERVED("serves what is expired as stale"),
    AGE_EQUAL_TO_LIMIT_IS_STALE("a value exactly as old as the limit is stale"),
    AGE_EQUAL_TO_LIMIT_IS_GONE("a value exactly as old as the limit is gone"),
    CLOCK_COMPARED("compares readings of the clock instead of their differences"),
    LIMIT_OVERFLOWS("for ever overflows");

    private final String sentence;

    Defect(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
