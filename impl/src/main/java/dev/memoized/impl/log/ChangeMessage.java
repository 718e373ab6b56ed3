package dev.memoized.impl.log;

/** Wrong declarations of what changes the cache: ids 01xx. */
public enum ChangeMessage implements Message {
    CHANGE_OF_MEMOIZED(148, "%s is memoized and changes the cache: a hit would change nothing", "Make it two methods."),
    CHANGE_WITHOUT_NAME(149, "it does not say of which memoized method", "Give its name, or tags."),
    CHANGE_OF_ALL_AND_ONE(150, "all entries and one are meant at once", "Keep key, or all."),
    CHANGE_OF_TAGS_AND_KEY(
            151, "tags are of entries of any method, name, key and all of one", "Write two annotations."),
    CHANGE_OF_NO_CONTEXT(
            152,
            "contexts = CURRENT is for one entry of a method that varies by its context",
            "Remove contexts, or vary the method by it."),
    CHANGE_OF_NOTHING(153, "no memoized method has the name \"%s\"; the nearest is \"%s\"", "Correct it."),
    CHANGE_KEY_COUNT(
            154,
            "%s arguments are given, and the key of %s has %s",
            "Name those that are in its key, in their order, or say all = true."),
    CHANGE_KEY_TYPE(155, "%s is of type %s, and %s takes %s: no key would be equal", "Lead to a value of that type."),
    PATH_WITHOUT_PARAMETER(
            156,
            "there is no parameter \"%s\"; there are %s",
            "Correct it; names are known to classes that are compiled with -parameters, positions always."),
    PATH_BROKEN(
            157,
            "\"%s\" leads nowhere: %s has no public property \"%s\"",
            "Name a component of a record, a getter's property or a public field."),
    PATH_WITHOUT_RESULT(158, "the method returns nothing", "Return the value, or name parameters only."),
    TAG_MALFORMED(
            159,
            "\"%s\" is no tag: 1 to 1,000 characters, no control characters, braces around paths only",
            "Write \"books\", or \"author:{book.author.id}\"."),
    TAG_PART_MUTE(
            160,
            "\"%s\" leads to a %s, whose text does not tell its values apart",
            "Lead to a text, a whole number, an enum, a date or the like."),
    CHANGE_NOT_INTERCEPTED(
            161,
            "%s is %s, so no container intercepts it, and nothing would be dropped",
            "Put it on a method that other beans call."),
    CHANGE_DECLARED_ABOVE(
            162,
            "the annotation stands on %s, and does not reach the method that implements it",
            "Put it on the implementing method."),
    PUT_WITHOUT_NAME(190, "it does not say of which memoized method the result is", "Give its name."),
    PUT_KEY_LATE(
            191,
            "its key is known only when the method has returned, and what was dropped meanwhile would be stored",
            "Drop it instead, by @CacheInvalidate, or lead from a parameter."),
    PUT_OF_OTHER_TYPE(
            192,
            "the result is of type %s, and %s remembers %s",
            "Return that type, or drop the entry by @CacheInvalidate."),
    PUT_OF_OWNED(
            193,
            "the values of %s live with a request or an instance, and the result would be put into whose?",
            "Drop them by @CacheInvalidate."),
    PUT_WITHOUT_TAGS(
            194,
            "tags of %s come from arguments that are not in its key: the result would be without them",
            "Drop the entry by @CacheInvalidate, or mark those arguments @CacheKey too.");

    private final int number;
    private final String text;
    private final String cure;

    ChangeMessage(int number, String text, String cure) {
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
