package dev.memoized.impl.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which names are near. */
class NearestTest {
    private static final List<String> KNOWN =
            List.of("com.acme.Books.topBooks(java.lang.String)", "authors", "top-books", "top-book", "tags", "tags");

    @Test
    void name_that_differs_least_is_first() {
        assertThat(Nearest.some("top-boks", KNOWN)).hasSize(3).startsWith("top-books", "top-book");
        assertThat(Nearest.some("tag", List.of("x", "tags", "tags"))).containsExactly("tags", "x");
    }

    @Test
    void name_that_contains_it_comes_before_all() {
        assertThat(Nearest.some("Books.topBooks", KNOWN)).first().isEqualTo(KNOWN.get(0));
    }

    @Test
    void nothing_is_near_where_nothing_is() {
        assertThat(Nearest.some("x".repeat(100_000), List.of())).isEmpty();
        assertThat(Nearest.some("x".repeat(100_000), KNOWN)).hasSize(3);
    }
}
