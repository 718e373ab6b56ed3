package dev.memoized;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BackendTest {
    @Backend("redis")
    private static final class Annotated {}

    @Test
    void literal_equals_the_annotation() {
        Backend written = Annotated.class.getAnnotation(Backend.class);
        assertThat(Backend.Literal.of("redis")).isEqualTo(written).hasSameHashCodeAs(written);
        assertThat(Backend.Literal.of("other")).isNotEqualTo(written);
    }
}
