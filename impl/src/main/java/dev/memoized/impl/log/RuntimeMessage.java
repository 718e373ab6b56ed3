package dev.memoized.impl.log;

/** What happens at run time: ids 03xx. */
public enum RuntimeMessage implements Message {
    COLD_BUSY(301, "%s: another call is computing this value and whenCold is FAIL", "Call again, or choose WAIT."),
    COLD_WAITED(
            302, "%s: the value was not computed within %s", "Raise waitAtMost, or look at what the method waits for."),
    COLD_INTERRUPTED(303, "%s: interrupted while waiting for the value", "The thread's interrupt flag is set."),
    STAGE_NULL(304, "%s returned null instead of a CompletionStage", "Return a stage."),
    KEY_FAILED(305, "%s bypasses the cache, no key can be made: %s", "See the howto on keys."),
    CACHE_IF_FAILED(306, "%s: its cacheIf failed, the result is not stored: %s", "Mend the CacheIf."),
    LISTENER_FAILED(307, "the listener %s failed: %s", "Mend the listener; others were told."),
    REFRESH_FAILED(309, "%s: a renewal failed, the stale value is served on: %s", "See the method's own log."),
    REFRESH_ASTRAY(
            310,
            "%s: the renewal did not reach the method",
            "An interceptor before @Memoized answered instead of it, or changed threads."),
    REFRESH_IN_REQUEST(
            311,
            "%s: the executor ran a renewal inside a request, so it was not run",
            "Use an executor that clears the request context."),
    COVERED(312, "@Memoized on %s covers %s", ""),
    CLASS_UNREADABLE(
            314, "the bean class %s cannot be read: %s", "Add the library that it names, if its methods are memoized."),
    COLD_REJECTED(
            315,
            "%s: nobody could look again for the value that this call waited for",
            "Give the executor of renewals more room; see the warnings before."),
    CONTEXT_MISSING(
            316,
            "%s bypasses the cache, the context value %s is not there",
            "Let its ContextValue capture something else than null and blank text, where the method is called."),
    CONTEXT_FAILED(317, "%s bypasses the cache, a context value could not be captured: %s", "Mend the ContextValue."),
    CONTEXT_UNDECLARED(
            318,
            "%s asks for the context value %s, which it does not declare",
            "Add it to varyBy; independentOf lets methods that it calls vary by it."),
    CONTEXT_CHANGED(
            319,
            "%s: a captured context value changed before the renewal, which was not run",
            "Capture immutable values."),
    VERSION_FAILED(
            320,
            "%s: its version source failed, entries are judged by their limits alone: %s",
            "Mend the VersionSource."),
    ISOLATED_FULL(321, "%s: no thread for an isolated computation, %s are under way", "Look at what they wait for."),
    ISOLATED_WAITED(
            322,
            "%s: the isolated computation took longer than %s",
            "Raise memoized.longest-computation, or look at what the method waits for."),
    NOTHING_OBSERVED(
            323,
            "no memoized call ended on this thread",
            "Call a memoized method through its bean; observeAsync is for stages."),
    EVENT_FAILED(324, "an observer of %s failed: %s", "Mend the observer; the call is not concerned."),
    REQUEST_STORE_FAILED(
            325, "the RequestStore %s failed, calls are as if they were in no request: %s", "Mend the RequestStore."),
    CONTEXT_NOT_RESTORED(
            326,
            "%s: a context value could not be restored in a renewal, which was not run: %s",
            "Let restore put the value where capture takes it from."),
    NO_REQUEST(328, "no request is active on this thread", "Call useInRequest where one is."),
    VERSION_THROWN(329, "%s: its version source failed, and onError is THROW: %s", "Mend the VersionSource."),
    CLOSING(330, "the application ends, and renewals with it", "Call no more."),
    RANDOM_FAILED(331, "the RandomSource %s failed, nothing is left to chance: %s", "Mend the RandomSource."),
    OWNER_LEFT(
            340, "%s: who computed this value gave up, and only a caller of the same %s may compute it", "Call again."),
    ASYNC_REJECTED(
            350, "%s: nobody can run the operation now", "Give the executor of renewals more room, or call again."),
    VIEWS_MANY(351, "there are %s views already", "Put users' data into keys, not into prefixes and limits."),
    BACKEND_NAMED(
            352, "there is no backend \"%s\"; there are %s", "Produce a CacheBackend bean with @Backend of that name."),
    BACKEND_NOT_ONE(
            353,
            "more than one backend is called %s: qualifiers with members cannot be told apart here",
            "Give each a @Backend of its own, and name that."),
    NOTHING_REMEMBERED(
            354,
            "notModified was called where nothing is remembered that could stay",
            "Call it only where CurrentComputation.remembered() has shown a value."),
    PUT_FAILED(356, "%s: the result could not be remembered, so the entry is dropped: %s", "Mend what failed."),
    NOT_MODIFIED_PUT(
            357,
            "notModified was called in a @CachePut method, whose result takes the place of what is remembered",
            "Leave the call out; doNotStore has the entry dropped instead."),
    ENTRY_OF_NOTHING(
            360,
            "no memoized method was called",
            "Call one through its bean, on the same thread; what is made by new and what is not @Memoized is not seen."),
    ENTRY_OF_MANY(
            361,
            "%s memoized calls were made, the first one of %s",
            "Make one; those of interceptors before the method count, too."),
    ENTRY_RESULT_USED(
            362,
            "%s: the result was made use of, and there is none while a call is recorded",
            "Return the call's own result."),
    ENTRY_OF_OTHER_SHAPE(
            363,
            "%s: its handle is made by the other method",
            "Use entryAsync for a stage, entry for any other result."),
    ENTRY_OUT_OF_CONTEXT(
            364,
            "%s: the context value %s is not there",
            "Make the handle where it is, or give the handle a value by with."),
    ENTRY_DOES_NOT_VARY(365, "%s does not vary by the context value %s", "Add it to varyBy, or leave it out."),
    ENTRY_OF_NOBODY(
            366,
            "%s: a handle cannot do that for values that live with a %s",
            "Use it where that is current, and made by a call; to renew, call inside of MemoizedMethods.renewing."),
    ENTRY_WITHOUT_KEY(367, "%s: no key can be made: %s", "See the cause, and the howto on keys."),
    METHOD_UNKNOWN(
            368,
            "no memoized method has the given name; the nearest are %s",
            "See MemoizedMethods.methods; a default name has class, method and types."),
    ENTRY_ARGUMENTS(
            369, "the given objects cannot be the arguments of %s", "Give as many as it has, each of the very type."),
    ENTRY_OF_OTHER_TYPE(370, "%s: only a %s can be remembered", "Put what the method could return."),
    ENTRY_NOT_RENEWED(371, "%s: a renewal that was asked for failed: %s", "See the method's own log."),
    METHOD_NOT_HERE(
            372,
            "settings are made for \"%s\", which is not the name of a memoized method here; the nearest is %s",
            "Correct the name, unless it is another application's."),
    CHANGE_WIDENED(
            373,
            "%s: what it drops cannot be told, so all of that name is dropped, for a tag everything: %s",
            "Mend the getter."),
    TRANSACTION_REFUSES(
            374, "the transaction takes no synchronization, the cache is changed at once: %s", "See its state."),
    CHANGE_FAILED(375, "%s: what is no longer true could not be dropped: %s", "See the backend's log."),
    MEMOIZER_NAMES_MANY(
            376, "%s names have been given already", "Give names to functions and objects, not to each use of them."),
    ENTRY_REPLACED(377, "%s: another function or object has its name since", "Make a handle of a call of that one."),
    CONTEXT_REFUSED(
            378,
            "%s keeps no context of the start, so renewals run on threads of our own: %s",
            "See the server's configuration, if they need its names."),
    WARM_UP_FAILED(384, "%s could not be computed behind the start: %s", "See the cause; the first call computes."),
    WARM_UP_REFUSED(
            385,
            "%s was not computed behind the start%s: there are too many renewals",
            "Raise memoized.default.refreshes-at-most, or name fewer methods.");

    private final int number;
    private final String text;
    private final String cure;

    RuntimeMessage(int number, String text, String cure) {
        this.number = number;
        this.text = text;
        this.cure = cure;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public String pattern() {
        return text;
    }

    @Override
    public String cure() {
        return cure;
    }
}
