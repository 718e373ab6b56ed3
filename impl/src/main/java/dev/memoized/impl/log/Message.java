package dev.memoized.impl.log;

/**
 * A message of the library, one of {@link FormMessage}, {@link ChangeMessage}, {@link WiringMessage}, {@link RuntimeMessage}
 * and {@link AdviceMessage}. An id is never used again for another message; {@code docs/reference/messages.md} is generated
 * from them.
 */
public sealed interface Message
        permits FormMessage, ChangeMessage, WiringMessage, RuntimeMessage, StoreMessage, AdviceMessage {

    /** The name of the constant, which says what the message is about. */
    String name();

    /** The number in the id; its first digit tells the kind. */
    int number();

    /** The sentence with its gaps, for the reference page. */
    String pattern();

    /** What to do about it; may be empty. */
    String cure();

    /** The stable id, such as {@code MEMO0101}. */
    default String id() {
        return "MEMO%04d".formatted(number());
    }

    /**
     * Id, sentence and cure.
     *
     * @param details fill the gaps of the sentence; never a key or a value
     */
    default String text(Object... details) {
        return "%s %s. %s".formatted(id(), pattern().formatted(details), cure()).stripTrailing();
    }

    /**
     * The same for a wrong use: with its place before the sentence.
     *
     * @param place class, method and member
     */
    default String textAt(String place, Object... details) {
        return "%s %s: %s. %s"
                .formatted(id(), place, pattern().formatted(details), cure())
                .stripTrailing();
    }
}
