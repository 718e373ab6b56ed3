package dev.memoized.architecture;

import dev.memoized.impl.log.AdviceMessage;
import dev.memoized.impl.log.ChangeMessage;
import dev.memoized.impl.log.FormMessage;
import dev.memoized.impl.log.Message;
import dev.memoized.impl.log.RuntimeMessage;
import dev.memoized.impl.log.StoreMessage;
import dev.memoized.impl.log.WiringMessage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page {@code docs/reference/messages.md}, made of the messages themselves. */
final class MessagesPage {
    private static final Map<String, String> GROUPS = new TreeMap<>(Map.of(
            "MEMO01", "Wrong form of a memoized method",
            "MEMO02", "Wrong wiring",
            "MEMO03", "At run time"));

    private MessagesPage() {}

    static String text() {
        StringBuilder page = new StringBuilder(
                """
                # Messages

                Every message of the library has an id that never changes its meaning. Those of wrong use say before their
                sentence which class, method and member they are about; `…` stands for what the message names. Keys and values
                are never part of a message.

                Generated from the enums of `dev.memoized.impl.log`; write it anew with
                `./mvnw test -pl architecture -am -Dtest=DocsTest -Dsurefire.failIfNoSpecifiedTests=false -Dmemoized.write-docs=true`.
                """);
        GROUPS.forEach((prefix, title) -> page.append(
                """

                ## %s

                | id | sentence | what to do |
                |---|---|---|
                %s
                """
                        .formatted(title, rows(prefix))));
        return page.toString();
    }

    /** Every message that there is. */
    static List<Message> all() {
        return Stream.<Message[]>of(
                        FormMessage.values(),
                        ChangeMessage.values(),
                        WiringMessage.values(),
                        RuntimeMessage.values(),
                        StoreMessage.values(),
                        AdviceMessage.values())
                .flatMap(Stream::of)
                .toList();
    }

    /** Whether the page has a place for it. */
    static boolean hasGroup(Message message) {
        return GROUPS.containsKey(message.id().substring(0, 6));
    }

    private static String rows(String prefix) {
        return all().stream()
                .filter(message -> message.id().startsWith(prefix))
                .map(message ->
                        "| %s | %s | %s |".formatted(message.id(), escaped(message.pattern()), escaped(message.cure())))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return text.replaceAll("%\\w", "…").replace("|", "\\|").replace("<", "&lt;");
    }
}
