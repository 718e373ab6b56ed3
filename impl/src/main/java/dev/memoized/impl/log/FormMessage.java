package dev.memoized.impl.log;

/** Wrong form of a memoized method: ids 01xx. */
public enum FormMessage implements Message {
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
    OWNED_NOT_RENEWED(
            134, "what backend = \"%s\" keeps is never renewed", "Remove the member, or choose another backend."),
    OWNED_NOT_ISOLATED(
            135,
            "a computation apart from its caller is not that of the caller's %s",
            "Remove the member, or choose another backend."),
    OWNED_NOT_VERSIONED(
            136, "what backend = \"%s\" keeps has no versions", "Remove the member, or choose another backend."),
    OWNED_NOT_SHARED(
            138,
            "what backend = \"%s\" keeps is shared with no other JVM",
            "Remove the member, or choose another backend."),
    REQUEST_NOT_EXPIRED(
            137, "what backend = \"%s\" keeps ends with its request", "Remove the member, or choose another backend."),
    NEVER_STALE(140, "%s without refreshAfter: no value is ever stale", "Give refreshAfter, or remove it."),
    WAIT_AFTER_OUTSIDE(
            141, "%s is not between refreshAfter (%s) and expireAfter (%s)", "Choose a duration in between."),
    WAIT_FOR_REFRESH_ZERO(
            142, "a caller cannot wait for no time", "Give a duration greater than zero, or leave it out."),
    NOT_BY_CALLER(
            143,
            "%s is about renewals behind the callers, and refresh is CALLER",
            "Remove it, or choose Refresh.BACKGROUND."),
    SHARE_OUTSIDE(144, "%s is no share: 0 or more and below 1", "Write 0.8, or leave it out."),
    FACTOR_MALFORMED(145, "%s is no factor: 0 or more and finite", "Write 1, or leave it out."),
    NOTHING_TO_RENEW(
            146,
            "values never become stale and never end: there is nothing to renew early",
            "Give refreshAfter or expireAfter, or remove earlyRefresh."),
    NAME_OF_PROGRAM(
            147,
            "\"%s\" is a namespace of CacheService, which would share the method's entries",
            "Choose another name."),
    METHOD_MISSING(163, "there is no method \"%s\"; the nearest is \"%s\"", "Correct the name."),
    METHOD_AMBIGUOUS(164, "\"%s\" is the name of %s", "Name one of them with its types: \"load(java.lang.String)\"."),
    METHOD_TWICE(165, "%s is named twice", "Name it once."),
    METHODS_NONE(166, "no method is named, so nothing would be remembered", "Name some."),
    NO_INTERFACE(
            167,
            "%s is no interface, and only for interfaces something can stand in",
            "Attach by an interface that the object has, or make functions of its methods."),
    INTERFACE_CLOSED(
            168,
            "%s cannot be implemented or called from outside of its module",
            "Attach by another interface, or make functions of its methods."),
    MEMOIZER_NAME(169, "\"%s\" is no name: 1 to 200 characters, no parentheses, no quotes", "Choose another name."),
    FUNCTION_OF_STAGES(
            170,
            "the function returned a %s, which has no value yet",
            "Use functionAsync or supplierAsync for a CompletionStage, else let it return the value."),
    CLASS_NO_BEAN(
            171,
            "%s can be no bean whose calls are intercepted: it is %s",
            "Remove its settings; a Memoizer remembers by an interface, whoever makes the object."),
    METHOD_OF_OBJECT(
            172,
            "%s is a method of every object, and what stands in for one never remembers it",
            "Name others, or make a function of it."),
    OBJECT_OF_OTHER_TYPE(173, "what is attached is %s, and no %s", "Attach an object that has the interface."),
    CARRIED_TWICE(180, "%s carry @Memoized together", "Keep one of them, or say @Memoized itself beside them."),
    CARRIER_UNHEARD(
            181,
            "@%s carries @%s, which no container hears there",
            "Annotate it with @InterceptorBinding, or put the other one there itself."),
    SESSION_BEAN(
            182,
            "the class is a session bean (%s), and those are not memoized",
            "Put the annotation on a CDI bean that the session bean calls.");

    private final int number;
    private final String text;
    private final String cure;

    FormMessage(int number, String text, String cure) {
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
