package dev.memoized.impl.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** Of other releases of one class: named alike, as each is in a class of its own. */
    static final class Releases {
        record Old(String a, int b) {}

        record Longer(String a, int b, int c) {}

        record Renamed(String a, int c) {}

        record Retyped(String a, long b) {}
    }

    @Test
    void differentStructures_haveDifferentPrints() {
        Set<Type> types = Set.of(
                String.class,
                byte[].class,
                byte[][].class,
                List.class,
                Shapes.type("texts"),
                Shapes.type("open"),
                Shapes.type("wild"),
                Shapes.type("boxes"),
                Shapes.type("maybe"),
                Shapes.Author.class,
                Shapes.Book.class,
                Shapes.Chain.class,
                Shapes.Color.class,
                Shapes.Figure.class,
                Shapes.Special.class,
                Shapes.Bean.class,
                Releases.Old.class,
                Releases.Longer.class,
                Releases.Renamed.class,
                Releases.Retyped.class);
        assertThat(types.stream().map(Fingerprint::of).collect(Collectors.toSet()))
                .hasSameSizeAs(types);
    }

    @Test
    void sameType_hasTheSamePrint() {
        Stream.of(Shapes.Chain.class, Shapes.type("shelves"), Shapes.type("raw"))
                .forEach(type -> assertThat(Fingerprint.of(type)).isEqualTo(Fingerprint.of(type)));
    }

    /** Golden: whoever changes this makes all that is stored unreadable. */
    @Test
    void print_isTheSameForEver() {
        assertThat(Fingerprint.of(String.class)).isEqualTo(8344181524175371909L);
    }
}
