package dev.memoized.impl.log;

/**
 * Every message of the library. An id is never used again for another message; {@code docs/reference/messages.md} is
 * generated from here.
 *
 * <p>01xx wrong form of a memoized method, 02xx wrong wiring, 03xx at run time.
 */
public enum Message {
    RESULT_VOID(101, "%s returns nothing", "Return a value, or remove @Memoized."),
    METHOD_STATIC(102, "%s is static: no container intercepts it", "Make it an instance method."),
    METHOD_PRIVATE(103, "%s is private: no container intercepts it", "Make it public, protected or package-private."),
    METHOD_FINAL(104, "%s is final: no proxy can override it", "Remove final."),
    METHOD_ABSTRACT(
            105,
            "@Memoized stands on %s, and does not reach the method that implements it",
            "Put @Memoized on the implementing method."),
    METHOD_OF_CONTAINER(
            106, "%s is called by the container (%s), not through the bean's proxy", "Memoize a method that it calls."),
    BOTH_WAYS(107, "%s carries @Memoized and @NotMemoized", "Keep one of them."),
    CLASS_COVERS_NOTHING(
            108,
            "@Memoized on the class covers none of its methods",
            "Put it on methods, or make some of them public."),
    DURATION_UNREADABLE(
            109, "\"%s\" is not a duration", "Write \"90s\", \"1h30m\", \"500ms\", \"PT1H\" or \"${key:1h}\"."),
    EXPRESSION_EMPTY(110, "\"%s\" has no value", "Set that key, or write ${key:default}."),
    EXPIRE_ZERO(111, "a value that expires at once is never remembered", "Give a duration greater than zero."),
    REFRESH_TOO_LATE(
            112,
            "%s is not below expireAfter (%s): no value would ever be stale",
            "Raise expireAfter, or lower refreshAfter."),
    REFRESH_FOREVER(113, "\"forever\" is no time after which to renew", "Leave refreshAfter out."),
    CALLER_WITHOUT_REFRESH(
            114,
            "refresh = CALLER without refreshAfter: no value is ever stale",
            "Give refreshAfter, or remove refresh."),
    WAIT_ZERO(115, "a follower cannot wait for no time", "Give a duration greater than zero, or whenCold = FAIL."),
    WAIT_UNUSED(116, "waitAtMost is used by whenCold = WAIT only", "Remove waitAtMost, or set whenCold = WAIT."),
    ARGUMENT_WITHOUT_EQUALITY(
            117,
            "parameter %s has no value equality (%s)",
            "Leave it out with @CacheKeyIgnore, mark the others @CacheKey, or give a keyGenerator."),
    KEY_MARKS_MIXED(
            118, "both @CacheKey and @CacheKeyIgnore are used", "Mark what is in the key, or what is not, not both."),
    KEY_MARKS_UNUSED(119, "@%s has no effect beside a keyGenerator", "Remove the mark, or the keyGenerator."),
    KEY_MARKS_ALONE(120, "@%s on a method that is not memoized", "Add @Memoized, or remove the mark."),
    NAME_MALFORMED(
            121,
            "\"%s\" is no name: 1 to 200 characters, no quotes, no control characters, no space at either end",
            "Choose another name."),
    NAME_SHARED(
            122,
            "the name \"%s\" is also that of %s, which has another %s",
            "Give the methods different names, or equal results and key parameters."),
    SCHEMA_MALFORMED(
            123, "\"%s\" is no schema: at most 100 characters, no control characters", "Choose another schema."),
    RESULT_ONCE(
            124,
            "what is returned (%s) can be used only once, so it cannot be remembered",
            "Return a collection, an array or a value."),
    RESULT_FUTURE(
            125,
            "what is returned (%s) would be waited for by every caller",
            "Return the value, or a CompletionStage."),
    BACKEND_TWICE(126, "backend = \"%s\" and the qualifier @%s both choose a backend", "Keep one of them."),
    QUALIFIERS_MANY(127, "%s choose a backend together", "Keep one qualifier beside @Memoized."),
    VARY_BY_TWICE(128, "varyBy names %s twice", "Name it once."),
    CONTEXT_WITHOUT_EQUALITY(
            129,
            "the context value %s is of a type without value equality (%s)",
            "Let it capture text, a number, an enum, a locale or a record."),
    INDEPENDENT_CONTRADICTS(
            130, "%s is named by varyBy and by independentOf", "Results either depend on it or do not: keep one."),
    ARGUMENT_OF_REQUEST(
            131,
            "parameter %s is the request, session or identity itself (%s), and a refresh would hold on to it",
            "Pass what the result depends on, or capture it with varyBy; independentOf = that type lets it pass."),
    RESULT_OF_REQUEST(
            132,
            "what is returned (%s) belongs to one request, session or identity",
            "Return a value made of it; independentOf = that type lets an identity pass."),
    BACKEND_RESERVED(133, "the backend name \"%s\" is reserved", "Choose another name."),
    BACKEND_UNKNOWN(
            201,
            "there is no CacheBackend bean for %s; there are %s",
            "Produce one with that qualifier, or correct the name."),
    BACKEND_AMBIGUOUS(202, "there is more than one CacheBackend bean for %s: %s", "Qualify all but one."),
    BACKEND_WITHOUT_STORE(203, "%s is a CacheBackend but no ObjectBackend", "Implement ObjectBackend."),
    CLASS_UNUSABLE(
            204,
            "%s is no bean and cannot be made: %s",
            "Make it a bean, or give it a public constructor without parameters."),
    SETTING_UNREADABLE(205, "\"%s\" is no value for %s", "Correct or remove the setting."),
    REACHES_REQUEST(
            206,
            "the bean reaches %s by its injection points (%s): what it computes for one caller would be served to others",
            "Vary by a ContextValue that covers the type, name it in independentOf, or inject it elsewhere."),
    BEAN_OF_SESSION(
            207,
            "the bean is %s: what it computes for one user would be served to others",
            "Move the method to a bean of the application, or name the bean's class in independentOf."),
    SCOPE_NOT_RENEWABLE(
            208,
            "%s needs a bean of scope @%s on another thread, where that scope is not active",
            "Use refresh = CALLER without isolated, or move the method to a bean of another scope."),
    CONTEXT_NAME_MALFORMED(
            209,
            "the context value %s has the name \"%s\": it must have 1 to 100 characters and no control characters",
            "Return another name()."),
    CONTEXT_NAME_TWICE(210, "the context values %s and %s have one name, \"%s\"", "Give each a name() of its own."),
    CONTEXT_OF_SESSION(
            211,
            "the context value %s is of scope @%s, which is not active in a refresh",
            "Make it @ApplicationScoped, and let it inject what it captures from."),
    SEAM_AMBIGUOUS(212, "there is more than one bean of %s: %s", "Keep one, or make one of them an alternative."),
    LOCALE_UNREADABLE(
            213, "\"%s\" in %s is no language tag", "Write tags such as \"en\", \"pt-BR\", separated by commas."),
    COLD_BUSY(301, "%s: another call is computing this value and whenCold is FAIL", "Call again, or choose WAIT."),
    COLD_WAITED(
            302, "%s: the value was not computed within %s", "Raise waitAtMost, or look at what the method waits for."),
    COLD_INTERRUPTED(303, "%s: interrupted while waiting for the value", "The thread's interrupt flag is set."),
    STAGE_NULL(304, "%s returned null instead of a CompletionStage", "Return a stage."),
    KEY_FAILED(305, "%s bypasses the cache, no key can be made: %s", "See the howto on keys."),
    CACHE_IF_FAILED(306, "%s: its cacheIf failed, the result is not stored: %s", "Mend the CacheIf."),
    LISTENER_FAILED(307, "the listener %s failed: %s", "Mend the listener; others were told."),
    STORE_FAILED(308, "%s: the backend failed, the call goes on without it: %s", "See the backend's log."),
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
    NOT_A_COUNTER(313, "%s: a value of type %s is no whole number", "Set a number before you increment it."),
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
            "Let restore put the value where capture takes it from.");

    private final int number;
    private final String text;
    private final String cure;

    Message(int number, String text, String cure) {
        this.number = number;
        this.text = text;
        this.cure = cure;
    }

    /** The stable id, such as {@code MEMO0101}. */
    public String id() {
        return "MEMO%04d".formatted(number);
    }

    /** The sentence with its gaps, for the reference page. */
    public String pattern() {
        return text;
    }

    /** What to do about it; may be empty. */
    public String cure() {
        return cure;
    }

    /**
     * Id, sentence and cure.
     *
     * @param details fill the gaps of the sentence; never a key or a value
     */
    public String text(Object... details) {
        return "%s %s. %s".formatted(id(), text.formatted(details), cure).stripTrailing();
    }

    /**
     * The same for a wrong use: with its place before the sentence.
     *
     * @param place class, method and member
     */
    public String textAt(String place, Object... details) {
        return "%s %s: %s. %s"
                .formatted(id(), place, text.formatted(details), cure)
                .stripTrailing();
    }
}
