package dev.memoized.impl.log;

/** Wrong wiring of a deployment: ids 02xx. */
public enum WiringMessage implements Message {
    BACKEND_UNKNOWN(
            201,
            "there is no CacheBackend bean for %s; there are %s",
            "Produce one with that qualifier, or correct the name."),
    BACKEND_AMBIGUOUS(202, "there is more than one CacheBackend bean for %s: %s", "Qualify all but one."),
    BACKEND_WITHOUT_STORE(
            203, "%s is a CacheBackend but neither an ObjectBackend nor a ByteBackend", "Implement one of them."),
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
    BACKEND_NAME_RESERVED(
            220,
            "the name \"%s\" is reserved: it says with whom values live, and chooses no CacheBackend bean",
            "Give the bean another name."),
    TYPE_OPEN(
            221,
            "the codec %s does not bring back %s, which says nothing of the value's class",
            "Declare the type that is returned, or choose another codec."),
    TYPE_WILDCARD(
            222,
            "the codec %s does not bring back %s, a wildcard or type variable",
            "Declare the type that it stands for, or choose another codec."),
    TYPE_RAW(
            223,
            "the codec %s does not bring back %s without its type arguments",
            "Declare them, or choose another codec."),
    TYPE_ABSTRACT(
            224,
            "the codec %s does not bring back %s, an abstract type whose subclasses it is not told of",
            "Annotate it with what the codec's library has for subclasses, declare one of them, or choose another codec."),
    TYPE_UNMADE(
            225,
            "the codec %s does not bring back %s, which it cannot make",
            "Make it a record, or give it a constructor without parameters and fields that are not final."),
    TYPE_LOST(
            226,
            "the codec %s does not bring back %s as it was",
            "Return another type, such as a record, or choose another codec."),
    CODEC_UNKNOWN(227, "there is no codec \"%s\"; there are %s", "Correct the id, or make the codec a bean."),
    CODEC_NARROW(228, "the codec %s takes %s only, not %s", "Choose another codec."),
    CODEC_REFUSES(229, "the codec %s refuses %s: %s", "Choose another codec."),
    CODEC_NONE(
            230,
            "values are to be kept as bytes, and neither JSON-B nor Jackson is there",
            "Add one of them, or choose a codec by the setting \"codec\"."),
    SETTING_UNKNOWN(231, "nothing is set by %s; the nearest key is %s", "Correct or remove the setting."),
    SETTING_CLASS(232, "%s in %s is not a class of this application, or not a %s", "Correct the name, or remove it."),
    BACKEND_TYPE_UNKNOWN(
            233,
            "there is no type of backend \"%s\"; there are %s",
            "Correct it, or add the module of Memoized that brings it."),
    BACKEND_NOT_MADE(234, "the backend %s cannot be made: %s", "Correct its settings."),
    BACKEND_MADE_TWICE(
            235,
            "the backend %s is a bean (%s), and settings make another one",
            "Remove the bean, or its type setting."),
    SETTING_TOO_SHORT(236, "\"%s\" is too short for %s: at least %ss", "Correct or remove the setting."),
    WARM_UP_UNKNOWN(
            245,
            "\"%s\" in %s is not the name of a memoized method; the nearest is %s",
            "Correct it, or memoize that method."),
    WARM_UP_ARGUMENTS(
            246,
            "%s in %s has parameters, and nobody tells their values",
            "Have it computed by MemoizedEntry.refreshInBackground, for each value."),
    WARM_UP_CONTEXT(
            247,
            "%s in %s varies by %s, and nobody tells its values",
            "Have it computed by MemoizedEntry.refreshInBackground, with each value."),
    WARM_UP_OWNED(
            248,
            "values of %s in %s live with a %s, and there is none at the start",
            "Remove it, or choose a backend.");

    private final int number;
    private final String text;
    private final String cure;

    WiringMessage(int number, String text, String cure) {
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
