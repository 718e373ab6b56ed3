package dev.memoized.impl.codec;

import dev.memoized.impl.log.WiringMessage;
import java.util.Locale;

/**
 * Why a codec does not take a type.
 *
 * @param reason a message with its cure
 * @param codec its id
 * @param detail what it is about: a type, or what the codec takes instead
 * @param more the second detail, where the message has one
 */
public record Refusal(WiringMessage reason, String codec, String detail, String more) {

    Refusal(WiringMessage reason, String codec, String detail) {
        this(reason, codec, detail, "");
    }

    /**
     * For a deployment.
     *
     * @param place class, method and member
     */
    public String textAt(String place) {
        return reason.textAt(place, codec, detail, more);
    }

    /** The reason and what to do instead, as {@link dev.memoized.spi.ValueCodec#refusal} has it. */
    String sentence() {
        String cure = reason.cure();
        String end = cure.endsWith(".") ? cure.substring(0, cure.length() - 1) : cure;
        String sentence = reason.pattern().formatted(codec, detail, more);
        return sentence + ": " + end.substring(0, 1).toLowerCase(Locale.ROOT) + end.substring(1);
    }
}
