package dev.memoized.examples.bookshop;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

/** Reads what a request asks for; what makes no sense is answered with 400 and a sentence. */
final class Parameters {

    private Parameters() {}

    static Language language(String locale) {
        return Language.of(locale)
                .orElseThrow(() -> badRequest("Unknown locale. Known ones: " + Language.tags() + "."));
    }

    /** A whole number from 1 to the largest. */
    static int number(String name, String text, int largest) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // answered below
        }
        throw badRequest(name + " must be a number from 1 to " + largest + ".");
    }

    /** What a request is answered with that makes no sense. */
    static ClientErrorException badRequest(String sentence) {
        return refused(Status.BAD_REQUEST, sentence);
    }

    /** What a request is answered with that is not done. */
    static ClientErrorException refused(Status status, String sentence) {
        return new ClientErrorException(Response.status(status)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity(sentence + "\n")
                .build());
    }
}
