package dev.memoized.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TaggedKeyTest {
    private final TaggedKey tagged = new TaggedKey("fr", Set.of("books"));

    @Test
    void tags_are_no_part_of_equality() {
        assertThat(tagged).isEqualTo(new TaggedKey("fr", Set.of())).hasSameHashCodeAs("fr");
        assertThat(tagged).isNotEqualTo(new TaggedKey("en", Set.of("books"))).isNotEqualTo("fr");
    }

    @Test
    void key_without_tags_brings_none() {
        assertThat(TaggedKey.tagsOf("fr")).isEmpty();
        assertThat(TaggedKey.tagsOf(tagged)).containsExactly("books");
    }
}
