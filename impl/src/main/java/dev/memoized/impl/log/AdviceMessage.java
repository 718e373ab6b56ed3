package dev.memoized.impl.log;

/** What is allowed, and probably not meant: ids 03xx. */
public enum AdviceMessage implements Message {
    REFRESH_ALWAYS(
            327,
            "%s: refreshAfter is zero, so that each call of a remembered value has it renewed",
            "Give a longer duration, if that is not meant."),
    ENDLESS_AT_SHARED(
            380,
            "%s: values never end, at a backend that other processes share: what nobody drops is served for ever",
            "Give expireAfter, however long."),
    MOMENT_IN_KEY(
            381,
            "%s: parameter %s is a moment (%s), and hardly two calls have the same one: they would hardly ever hit",
            "Leave it out with @CacheKeyIgnore, or round it in a keyGenerator."),
    HARDLY_STALE(
            382,
            "%s: values are stale from %s on and gone after %s: hardly a call comes in between to renew them",
            "Lower refreshAfter, or raise expireAfter."),
    HARDLY_HIT(
            383,
            "%s: of the first %s values that were stored hardly one was served: the keys hardly ever come again",
            "Leave out of the key what the result does not depend on, or do not memoize it.");

    private final int number;
    private final String text;
    private final String cure;

    AdviceMessage(int number, String text, String cure) {
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
