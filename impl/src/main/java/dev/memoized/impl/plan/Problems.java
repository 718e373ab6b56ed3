package dev.memoized.impl.plan;

import dev.memoized.impl.log.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is wrong with one deployment, to be told at once. */
public final class Problems {
    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<Message> later;

    /**
     * None yet.
     *
     * @param later kinds that cannot be told yet, and are not taken
     */
    public Problems(Message... later) {
        this.later = Set.of(later);
    }

    /**
     * Adds one.
     *
     * @param declaration where
     * @param member of the annotation, or another annotation's name; empty when the method itself is wrong
     * @param details fill the message's gaps
     */
    public void add(Declaration declaration, String member, Message message, Object... details) {
        add(declaration.place(member), message, details);
    }

    /**
     * Adds one that has no declaration.
     *
     * @param place class, method and member
     * @param details fill the message's gaps
     */
    public void add(String place, Message message, Object... details) {
        if (!later.contains(message)) {
            texts.add(message.textAt(place, details));
        }
    }

    /** Adds one whose text is there already, with id, place and cure. */
    public void add(String text) {
        texts.add(text);
    }

    /** Each a sentence with its id, in the order of their discovery. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    /** All of them as one text; empty when there is none. */
    public Optional<String> joined() {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(System.lineSeparator(), texts));
    }

    /**
     * Ends here when there is one.
     *
     * @throws IllegalStateException with all of them
     */
    public void refuse() {
        joined().ifPresent(text -> {
            throw new IllegalStateException(text);
        });
    }
}
