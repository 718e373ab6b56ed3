package dev.memoized.impl.log;

/** What becomes of stored values, and of the backends that keep them: ids 03xx. */
public enum StoreMessage implements Message {
    STORE_FAILED(308, "%s: the backend failed, the call goes on without it: %s", "See the backend's log."),
    NOT_A_COUNTER(313, "%s: a value of type %s is no whole number", "Set a number before you increment it."),
    VALUE_UNWRITABLE(
            332,
            "%s: a value cannot be encoded, and is not stored: %s",
            "Return a type that the codec brings back, or choose another codec."),
    VALUE_TOO_LARGE(333, "the value takes %s bytes, more than %s", "Store less of it."),
    ENTRY_UNREADABLE(
            334,
            "%s: an entry cannot be read, and counts as a miss: %s",
            "Normal while a deployment rolls; otherwise see who else writes to the backend."),
    TYPE_NOT_SCALAR(335, "a %s cannot be stored without its declared type", "Use a typed view."),
    STORE_OVERDUE(
            336,
            "the backend %s did not answer within %s",
            "Look at what it does and at the way there, or give it more time."),
    STORE_BROKEN(337, "the backend %s failed: %s", "See its log."),
    STORE_LEFT_ALONE(
            338,
            "the backend %s is left alone: it failed, or has not taken the invalidations that wait for it",
            "One call a second tries it; see the howto on backends."),
    STORE_BUSY(
            339,
            "more operations of the backend %s are under way than may be",
            "Look at why it is slow, or make fewer calls at once."),
    INVALIDATION_QUEUED(
            341,
            "the backend %s could not take an invalidation, which waits; until it is made nothing is read from there: %s",
            "See the howto on backends."),
    INVALIDATIONS_WIDENED(
            342,
            "so many invalidations wait for the backend %s that whole namespaces will be dropped instead, %s times now",
            "It costs computations only."),
    STORE_BACK(343, "the backend %s works again, queued invalidations are made", ""),
    STORE_OPERATION(344, "%s: %s of key %s: %s", ""),
    VALUE_CHANGED(
            345,
            "%s: a remembered value was changed after it was stored, in a %s, and is dropped",
            "Let no caller change a result: return unmodifiable objects, or hand out copies."),
    VALUE_UNWATCHED(346, "%s: a value is not watched for changes: %s", "See the howto on values."),
    VALUES_WATCHED(347, "%s is on: each hit looks at the whole of its value", "It is meant for tests."),
    NO_COUNTER(348, "%s: there is no such counter", "Set it first, or give an initial value."),
    COUNTER_UNSETTLED(
            349, "%s: a counter was deleted again each of %s times that it was made", "Look at who deletes it."),
    TAGS_UNUSABLE(
            355, "%s: a value has more or longer tags than %s, and is not stored", "Give it fewer or shorter ones."),
    STORE_FAILED_LATE(
            358,
            "the backend %s failed when it was not waited for any longer: %s",
            "If it has just begun, that is why it cannot; else see its log.");

    private final int number;
    private final String text;
    private final String cure;

    StoreMessage(int number, String text, String cure) {
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
