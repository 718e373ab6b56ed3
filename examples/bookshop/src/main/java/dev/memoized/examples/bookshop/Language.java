package dev.memoized.examples.bookshop;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages of the shop's books. */
enum Language {
    EN,
    DE,
    FR,
    ES,
    JA;

    /** As it is written in addresses and in the database: {@code "fr"}. */
    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Language> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** For people: {@code "en, de, fr, es, ja"}. */
    static String tags() {
        return Stream.of(values()).map(Language::tag).collect(joining(", "));
    }
}
