package dev.memoized.examples.bookshop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;

/** Makes books up: in each language, every subject at every place. */
final class Catalogue {

    private final Random random;

    Catalogue(Random random) {
        this.random = random;
    }

    /** 400 books in no particular order. */
    List<Book> booksIn(Language language) {
        Properties words = words(language);
        List<Book> books = new ArrayList<>();
        for (String subject : list(words, "subjects")) {
            for (String place : list(words, "places")) {
                String title = words.getProperty("title").formatted(subject, place);
                books.add(new Book(language, title, author(words)));
            }
        }
        Collections.shuffle(books, random);
        return books;
    }

    private String author(Properties words) {
        return words.getProperty("author").formatted(oneOf(words, "givenNames"), oneOf(words, "familyNames"));
    }

    private String oneOf(Properties words, String key) {
        List<String> all = list(words, key);
        return all.get(random.nextInt(all.size()));
    }

    private static List<String> list(Properties words, String key) {
        return List.of(words.getProperty(key).split("\\|"));
    }

    private static Properties words(Language language) {
        String file = "titles/" + language.tag() + ".properties";
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file)) {
            Properties words = new Properties();
            words.load(new InputStreamReader(in, UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
