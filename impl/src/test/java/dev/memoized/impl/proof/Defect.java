package dev.memoized.impl.proof;

/** What is wrong with a {@link NaiveMemoizing}: one thing at a time. */
enum Defect {
    NONE("nothing"),
    NO_LEASE("stores whatever was computed"),
    FLIGHT_NOT_DETACHED_BY_INVALIDATION("an invalidated key's computation goes on as if nothing had been said"),
    SET_DOES_NOT_DETACH("the computation of a key that was set by hand goes on as if nothing had been said"),
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
    KEY_MADE_LATE("the key is made after the computation"),
    VERSION_TAKEN_LATE("the version is read after the computation"),
    VERSION_READ_AGAIN("a version that changed during the computation keeps the value from being stored"),
    VERSION_IGNORED("an entry of another version is served"),
    FOLLOWER_TAKES_ANY_VERSION("a follower gets the value of another version than its own"),
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
    ARRAY_AS_LIST("an array is the list of its elements"),
    KEY_WITHOUT_METHOD("the arguments alone are the key"),
    KEY_BY_IDENTITY("what has no equality is in the key as the object that it is"),
    KEY_BY_IDENTITY_TEXT("what has no equality is in the key as its text"),
    CONTEXT_NOT_IN_KEY("context values are not in the key"),
    JOINED_CONTEXT_TEXT("context values are joined with commas"),
    UNDECLARED_READING_ADMITTED("a computation may call what varies by more than it declares itself"),
    MISSING_CONTEXT_IS_SHARED("whoever lacks a context value shares an entry with all who lack it"),
    BLANK_CONTEXT_IS_SHARED("a blank context value is a value"),
    FAILING_CONTEXT_IS_SHARED("a context value that cannot be had is taken for an empty one"),
    FAILING_CONTEXT_FAILS_CALL("a context value that cannot be had fails the call"),
    RENEWAL_SEES_RUNNING_REQUEST("a renewal sees the request of the thread that runs it"),
    RENEWAL_SEES_CALLERS_REQUEST("a renewal sees the request that handed it over, whosever that is by then"),
    ISOLATED_MISS_SEES_CALLER("an isolated miss computes in the caller's request"),
    CHANGED_VALUE_SERVED("a value that somebody has changed is served to others"),
    CHANGED_VALUE_STAYS("a value that somebody has changed is refused and stays"),
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
